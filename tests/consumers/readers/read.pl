# Perl's libraries, which read a file and keep no calendar: perl read.pl NAME FILE
use strict;
use warnings;
my ($name, $file) = @ARGV;
my %packages = ("Data::ICal" => "libdata-ical-datetime-perl", "iCal::Parser" => "libical-parser-perl");
my $module = $name eq "Data::ICal" ? "Data::ICal::DateTime" : $name;
eval "require JSON::PP; require $module; 1" or do { print STDERR "apt-get install $packages{$name}\n"; exit 77 };
binmode STDOUT, ":utf8";

sub say_event {
    my ($title, $start, $end, $all_day, $status) = @_;
    my $plain = sub {
        my $moment = shift->clone;
        return $moment->ymd if $all_day;
        return $moment->set_time_zone("UTC")->strftime("%Y-%m-%dT%H:%M:%SZ");
    };
    my $off = ($status // "") eq "CANCELLED" ? \1 : \0;
    print JSON::PP->new->encode([$title, $plain->($start), $plain->($end), $off]), "\n";
}

if ($name eq "Data::ICal") {
    Data::ICal::DateTime->import;
    my $calendar = Data::ICal->new(filename => $file) or die "not read\n";
    for my $event ($calendar->events) {
        my $all_day = $event->all_day;
        my $status = $event->property("status");
        # It gives the end of whole days as their last second.
        my $end = $event->end;
        $end = $end->clone->add(seconds => 1) if $all_day and $end->hms eq "23:59:59";
        say_event($event->summary, $event->start, $end, $all_day, $status && $status->[0]->value);
    }
} else {
    my $parsed = iCal::Parser->new(start => "20250101", end => "20361231")->parse($file);
    # An event of several days stands under each of them, cut at midnight: its parts are put together.
    my %whole;
    for my $day (map { values %$_ } map { values %$_ } values %{$parsed->{events}}) {
        for my $part (values %$day) {
            my $event = $whole{$part->{UID}} //= {%$part};
            $event->{DTSTART} = $part->{DTSTART} if $part->{DTSTART} < $event->{DTSTART};
            $event->{DTEND} = $part->{DTEND} if $part->{DTEND} > $event->{DTEND};
        }
    }
    say_event(@{$_}{qw(SUMMARY DTSTART DTEND allday STATUS)}) for values %whole;
}
