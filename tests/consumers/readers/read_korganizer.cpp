// KOrganizer's own import (Akonadi's ICalImporter) into one calendar file, then what Akonadi has of it.
#include "event_line.h"
#include <Akonadi/AgentInstanceCreateJob>
#include <Akonadi/AgentManager>
#include <Akonadi/CollectionFetchJob>
#include <Akonadi/Control>
#include <Akonadi/ICalImporter>
#include <Akonadi/IncidenceChanger>
#include <Akonadi/ItemFetchJob>
#include <Akonadi/ItemFetchScope>
#include <Akonadi/ServerManager>
#include <QApplication>
#include <QDBusInterface>
#include <QEventLoop>
#include <QTextStream>
#include <QTimer>
#include <QUrl>

using namespace Akonadi;

static const int Tries = 100, Rest = 300; // milliseconds

static void rest(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

static AgentInstance calendarAt(const QString &path)
{
    AgentInstanceCreateJob job(AgentManager::self()->type(QStringLiteral("akonadi_ical_resource")));
    job.setAutoDelete(false);
    if (!job.exec()) {
        qFatal("%s", qPrintable(job.errorString()));
    }
    AgentInstance found = job.instance();
    QDBusInterface settings(ServerManager::agentServiceName(ServerManager::Resource, found.identifier()),
                            QStringLiteral("/Settings"));
    settings.call(QStringLiteral("setPath"), path);
    settings.call(QStringLiteral("save"));
    found.reconfigure();
    found.synchronize();
    return found;
}

static Collection collectionOf(const AgentInstance &calendar)
{
    for (int tries = 0; tries < Tries; ++tries) {
        rest(Rest);
        auto job = new CollectionFetchJob(Collection::root(), CollectionFetchJob::Recursive);
        job->exec();
        for (const Collection &each : job->collections()) {
            if (each.resource() == calendar.identifier()
                && each.contentMimeTypes().contains(KCalendarCore::Event::eventMimeType())) {
                return each;
            }
        }
    }
    qFatal("Akonadi shows no calendar");
}

static void import(const QString &file, const Collection &into)
{
    IncidenceChanger changer;
    changer.setShowDialogsOnError(false);
    ICalImporter importer(&changer);
    QEventLoop loop;
    QObject::connect(&importer, &ICalImporter::importIntoExistingFinished, &loop, &QEventLoop::quit);
    if (!importer.importIntoExistingResource(QUrl::fromLocalFile(file), into)) {
        qFatal("%s", qPrintable(importer.errorMessage()));
    }
    loop.exec();
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList paths = app.arguments().mid(1); // the calendar's own file, and those to import
    if (!Control::start()) {
        qFatal("Akonadi does not start");
    }
    const Collection heart = collectionOf(calendarAt(paths.first()));
    for (const QString &file : paths.mid(1)) {
        import(file, heart);
        rest(10 * Rest);
    }
    auto job = new ItemFetchJob(heart);
    job->fetchScope().fetchFullPayload();
    job->exec();
    QTextStream out(stdout);
    for (const Item &item : job->items()) {
        out << eventLine(item.payload<KCalendarCore::Event::Ptr>());
    }
}
