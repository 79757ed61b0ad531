// Unit tests have no server and no database; a module that parses the environment still finds a whole one.
Object.assign(process.env, {
  AUTH_SECRET: "unit-test-secret-unit-test-secret-unit-test-s",
  DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:9/none",
  ROOT_DOMAIN: "lims.test",
  MEDVUNO_MODE: "development",
  LOG_LEVEL: "silent",
});
