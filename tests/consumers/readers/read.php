<?php // sabre/vobject (Nextcloud's parser), which reads a file and says what is not by the standard
@include 'Sabre/VObject/autoload.php';
if (!class_exists('Sabre\VObject\Reader')) {
    fwrite(STDERR, "apt-get install php-cli php-sabre-vobject\n");
    exit(77);
}
$calendar = Sabre\VObject\Reader::read(file_get_contents($argv[1]));
foreach ($calendar->validate() as $fault) {
    fwrite(STDERR, $fault['message'] . "\n");
    exit(1);
}
$plain = fn($property) => $property->hasTime()
    ? $property->getDateTime()->setTimezone(new DateTimeZone('UTC'))->format('Y-m-d\TH:i:s\Z')
    : $property->getDateTime()->format('Y-m-d');
foreach ($calendar->VEVENT as $event) {
    echo json_encode([(string) $event->SUMMARY, $plain($event->DTSTART), $plain($event->DTEND),
        (string) $event->STATUS === 'CANCELLED']), "\n";
}
