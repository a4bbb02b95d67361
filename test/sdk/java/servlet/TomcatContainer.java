import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Tomcat, at work in a folder. */
final class TomcatContainer implements Container {

    private final Tomcat tomcat = new Tomcat();

    TomcatContainer(String folder) {
        LogManager.getLogManager().reset();
        tomcat.setBaseDir(folder);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
    }

    @Override
    public int start(Class<? extends ServletContextListener> listener, ServletContainerInitializer servlets)
        throws LifecycleException {
        Context context = tomcat.addContext("", null);
        context.addApplicationListener(listener.getName());
        context.addServletContainerInitializer(servlets, Set.of());
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
