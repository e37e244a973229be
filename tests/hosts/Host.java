// Host.java LIBRARY STATEMENTS
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

class Host {
    public static void main(String[] arguments) throws Exception {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(true);
        PrintStream out = new PrintStream(System.out, true,
            StandardCharsets.UTF_8);
        try (Connection db = config.createConnection("jdbc:sqlite::memory:");
             Statement statement = db.createStatement()) {
            statement.execute("SELECT load_extension('" + arguments[0] + "')");
            for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                run(statement, line, out);
            }
        }
    }

    private static void run(Statement statement, String line,
                            PrintStream out) {
        try {
            if (statement.execute(line)) {
                try (ResultSet rows = statement.getResultSet()) {
                    rows.next();
                    out.println(rows.getString(1));
                }
            }
        } catch (SQLException error) {
            System.err.println(error.getMessage());
            out.println("error");
        }
    }
}
