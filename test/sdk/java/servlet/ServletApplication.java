import dev.dream.sdk.Dream;
import dev.dream.sdk.middleware.Middleware;
import dev.dream.sdk.servlet.ServletMiddleware;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;

/**
 * An application with the filters and the servlet of the README in the container that is named, {@code tomcat} or
 * {@code jetty}, at work in the folder that is named: says its port, ends with its input.
 */
public final class ServletApplication {

    private ServletApplication() {}

    public static void main(String[] arguments) throws Exception {
        try (Dream staff = Dream.create()) {
            // Another client, with another way to get at the tenant.
            Middleware desk = Middleware.builder(staff)
                .tenantOf(header -> "staff")
                .build();
            ServletMiddleware filters = ServletMiddleware.of(desk);
            ServletContainerInitializer servlets = (classes, context) -> {
                including(context, "errors of parts", filters.errorHandler());
                including(context, "part", filters.requirePermission("vault:read"));
                put(context, "/api/approve", new Approve());
                Servlets.byPath(filters.requirePermission("invoice:read")).forEach((path, work) ->
                    put(context, path, Servlets.doing(work))
                );
            };
            Container container = container(arguments[0], arguments[1]);
            System.out.println(container.start(Filters.class, servlets));
            while (System.in.read() >= 0);
            container.stop();
        }
    }

    private static Container container(String name, String folder) {
        return name.equals("jetty") ? new JettyContainer() : new TomcatContainer(folder);
    }

    private static void put(ServletContext context, String path, Servlet servlet) {
        var registration = context.addServlet(path, servlet);
        registration.setAsyncSupported(true);
        registration.addMapping(path);
    }

    private static void including(ServletContext context, String name, Filter filter) {
        var registration = context.addFilter(name, filter);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.INCLUDE), true, "/part");
    }
}
