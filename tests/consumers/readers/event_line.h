// One line of JSON for an event of KDE's calendar: times in UTC, or dates.
#pragma once
#include <KCalendarCore/Event>
#include <QJsonArray>
#include <QJsonDocument>

inline QString plain(const QDateTime &moment, bool allDay, int days)
{
    return allDay ? moment.date().addDays(days).toString(Qt::ISODate) : moment.toUTC().toString(Qt::ISODate);
}

inline QByteArray eventLine(const KCalendarCore::Event::Ptr &event)
{
    const QJsonArray line{event->summary(),
                          plain(event->dtStart(), event->allDay(), 0),
                          plain(event->dtEnd(), event->allDay(), 1), // its last day, to the day after
                          event->status() == KCalendarCore::Incidence::StatusCanceled};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + "\n";
}
