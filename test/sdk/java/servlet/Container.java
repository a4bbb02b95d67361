import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContextListener;

/** Whatever runs servlets. */
interface Container {
    /**
     * Listens on loopback, and gives the port. The listener is declared, as by {@code web.xml}: what the other one adds may
     * itself add nothing.
     */
    int start(Class<? extends ServletContextListener> listener, ServletContainerInitializer servlets) throws Exception;

    /** It answers no more. */
    void stop() throws Exception;
}
