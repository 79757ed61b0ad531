-- Where a session began, as its browser said: a device that travels keeps more than its last place.
alter table session add column time_zone text;
