<?php
// php.php LIBRARY STATEMENTS
[, $library, $statements] = $argv;
$db = new SQLite3(":memory:");
$db->enableExceptions(true);
$db->loadExtension(basename($library));
foreach (file($statements, FILE_IGNORE_NEW_LINES) as $line) {
  try {
    $row = str_starts_with($line, "SELECT")
      ? $db->query($line)->fetchArray(SQLITE3_NUM)
      : $db->exec($line) && false;
    if ($row) {
      echo $row[0], "\n";
    }
  } catch (Exception $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    echo "error\n";
  }
}
