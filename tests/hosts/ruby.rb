# ruby.rb LIBRARY STATEMENTS
require "sqlite3"

library, statements = ARGV
db = SQLite3::Database.new(":memory:")
db.enable_load_extension(true)
db.load_extension(library)
File.foreach(statements, chomp: true) do |line|
  row = db.get_first_row(line)
  puts row[0] if row
rescue SQLite3::Exception => error
  warn error.message
  puts "error"
end
