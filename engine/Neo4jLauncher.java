import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.commandline.admin.security.SetInitialPasswordCommand;
import org.neo4j.server.CommunityEntryPoint;
import picocli.CommandLine;

/**
 * Starts Neo4j as its own distribution does, with two additions: the initial password comes from a file, so that it is
 * seen in no list of processes; and, when asked to, Neo4j stops as soon as its standard input ends, which is when the
 * process that started it is gone, however that ended.
 *
 * <p>Arguments: HOME, PASSWORD_FILE, and "attached" to watch standard input or "detached" not to.
 */
public final class Neo4jLauncher {
    /** An orderly stop that takes longer than this is given up; the transaction log recovers the store at the next start. */
    private static final long STOP_MILLIS = 30_000;

    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]);
        if (args[2].equals("attached")) daemon(Neo4jLauncher::stopAtEndOfInput);
        setInitialPassword(home, Files.readString(Path.of(args[1])).strip());
        CommunityEntryPoint.main(new String[] {"--home-dir=" + home, "--config-dir=" + home.resolve("conf")});
    }

    /** Has an effect only before the first start: afterwards the password lives in the system database. */
    private static void setInitialPassword(Path home, String password) {
        if (Files.exists(home.resolve("data/databases/system"))) return;
        var command = new SetInitialPasswordCommand(new ExecutionContext(home, home.resolve("conf")));
        int status = new CommandLine(command).execute(password);
        if (status != 0) System.exit(status);
    }

    private static void stopAtEndOfInput() {
        try {
            while (System.in.read() != -1) {}
        } catch (IOException closed) {
            // The same as its end.
        }
        daemon(Neo4jLauncher::haltWhenLate);
        System.exit(0);
    }

    private static void haltWhenLate() {
        try {
            Thread.sleep(STOP_MILLIS);
        } catch (InterruptedException ignored) {
            // Nobody interrupts this thread.
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "imr-launcher");
        thread.setDaemon(true);
        thread.start();
    }
}
