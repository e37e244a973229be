# perl.pl LIBRARY STATEMENTS
use strict;
use warnings;
use DBI;

my ($library, $statements) = @ARGV;
my $db = DBI->connect("dbi:SQLite:dbname=:memory:", "", "",
  { PrintError => 0, RaiseError => 1 });
$db->sqlite_enable_load_extension(1);
$db->sqlite_load_extension($library);
open(my $lines, "<", $statements) or die $!;
while (my $line = <$lines>) {
  chomp $line;
  my $row = eval {
    $line =~ /^SELECT/ ? $db->selectrow_arrayref($line) : $db->do($line) && 0;
  };
  if ($@) {
    warn $@;
    print "error\n";
  } elsif ($row) {
    print "$row->[0]\n";
  }
}
