import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContextListener;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty, which says nothing where no library for logs is. */
final class JettyContainer implements Container {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @Override
    public int start(Class<? extends ServletContextListener> listener, ServletContainerInitializer servlets)
        throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.addEventListener(listener.getConstructor().newInstance());
        context.addServletContainerInitializer(servlets);
        server.setHandler(context);
        server.start();
        return connector.getLocalPort();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
    }
}
