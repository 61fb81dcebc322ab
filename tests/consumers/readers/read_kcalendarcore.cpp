// KCalendarCore, KDE's calendar library: each file loaded into one calendar, then its events.
#include "event_line.h"
#include <KCalendarCore/FileStorage>
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QCoreApplication>
#include <QTextStream>

using namespace KCalendarCore;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone(qgetenv("TZ"))));
    for (const QString &file : app.arguments().mid(1)) {
        FileStorage storage(calendar, file, new ICalFormat);
        if (!storage.load()) {
            return 1;
        }
    }
    QTextStream out(stdout);
    for (const Event::Ptr &event : calendar->rawEvents()) {
        out << eventLine(event);
    }
}
