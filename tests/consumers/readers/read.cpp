// KCalendarCore, KDE's calendar: each file loaded into one calendar, then its events.
#include <KCalendarCore/FileStorage>
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace KCalendarCore;

static QString plain(const QDateTime &moment, bool allDay, int days)
{
    return allDay ? moment.date().addDays(days).toString(Qt::ISODate) : moment.toUTC().toString(Qt::ISODate);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone("America/New_York")));
    for (const QString &file : app.arguments().mid(1)) {
        FileStorage storage(calendar, file, new ICalFormat);
        if (!storage.load()) {
            return 1;
        }
    }
    QTextStream out(stdout);
    for (const Event::Ptr &event : calendar->rawEvents()) {
        const QJsonArray line{event->summary(),
                              plain(event->dtStart(), event->allDay(), 0),
                              plain(event->dtEnd(), event->allDay(), 1), // its last day, to the day after
                              event->status() == Incidence::StatusCanceled};
        out << QJsonDocument(line).toJson(QJsonDocument::Compact) << "\n";
    }
}
