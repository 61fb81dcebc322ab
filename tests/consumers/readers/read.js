// JavaScript's libraries, which read a file and keep no calendar: node read.js NAME FILE
"use strict";
const fs = require("fs");
const [name, file] = process.argv.slice(2);

function load(library) {
  try {
    return require(library);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    console.error(`npm install ${library}, and say where in NODE_PATH`);
    process.exit(77);
  }
}

const utc = (moment) => moment.toISOString().replace(".000Z", "Z");
const local = (moment) => new Date(moment - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const say = (title, start, end, cancelled) => console.log(JSON.stringify([title, start, end, cancelled]));

function sayIcal(event, start, end) {
  const plain = (time) => (time.isDate ? time.toString() : utc(time.toJSDate()));
  const status = event.component.getFirstPropertyValue("status");
  say(event.summary, plain(start), plain(end), status === "CANCELLED");
}

const readers = {
  "ical.js"() {
    const loaded = load("ical.js");
    const ICAL = loaded.default || loaded;
    const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, "utf8")));
    for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    for (const each of calendar.getAllSubcomponents("vevent")) {
      const event = new ICAL.Event(each);
      sayIcal(event, event.startDate, event.endDate);
    }
  },
  "ical-expander"() {
    const Expander = load("ical-expander");
    const expander = new Expander({ ics: fs.readFileSync(file, "utf8"), maxIterations: 0 });
    const { events } = expander.between(new Date("2025-01-01"), new Date("2036-12-31"));
    for (const event of events) sayIcal(event, event.startDate, event.endDate);
  },
  "node-ical"() {
    for (const event of Object.values(load("node-ical").sync.parseFile(file))) {
      if (event.type !== "VEVENT") continue;
      const plain = event.datetype === "date" ? local : utc;
      say(event.summary, plain(event.start), plain(event.end), event.status === "CANCELLED");
    }
  },
};
readers[name]();
