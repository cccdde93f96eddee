import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks what the files hold, one statement each, through the JDBC driver of the address: java Ask URL USER PASSWORD FILE...
 * Prints one line of JSON for each: {"file", "columns", "rows"}, rows as lists.
 */
public final class Ask {
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
      for (int i = 3; i < arguments.length; i++) {
        System.out.println(ask(connection, Path.of(arguments[i])));
      }
    }
  }

  private static String ask(Connection connection, Path file) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(Files.readString(file))) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        columns.add(text(result.getMetaData().getColumnLabel(i)));
      }
      List<String> rows = new ArrayList<>();
      while (result.next()) rows.add(row(result, columns.size()));
      String name = text(file.getFileName().toString());
      return "{\"file\":" + name + ",\"columns\":" + columns + ",\"rows\":" + rows + "}";
    }
  }

  private static String row(ResultSet result, int columns) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      Object value = result.getObject(i);
      boolean isBare = value == null || value instanceof Number || value instanceof Boolean;
      values.add(isBare ? String.valueOf(value) : text(value.toString()));
    }
    return values.toString();
  }

  private static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < ' ') quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
