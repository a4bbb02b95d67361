import dev.dream.sdk.Dream;
import dev.dream.sdk.middleware.Middleware;
import dev.dream.sdk.servlet.ServletMiddleware;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * An application in a container, with the filters and the servlet of the README, at work in the folder that is named:
 * says its port, ends with its input.
 */
public final class ServletApplication {

    private ServletApplication() {}

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(arguments[0]);
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addApplicationListener(Filters.class.getName());
        Tomcat.addServlet(context, "approve", new Approve());
        context.addServletMappingDecoded("/api/approve", "approve");
        try (Dream staff = Dream.create()) {
            // Another client, with another way to get at the tenant.
            Middleware desk = Middleware.builder(staff)
                .tenantOf(header -> "staff")
                .build();
            Servlets.byPath(ServletMiddleware.of(desk).requirePermission("invoice:read")).forEach((path, work) -> {
                Tomcat.addServlet(context, path, Servlets.doing(work)).setAsyncSupported(true);
                context.addServletMappingDecoded(path, path);
            });
            tomcat.start();
            System.out.println(tomcat.getConnector().getLocalPort());
            while (System.in.read() >= 0);
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
