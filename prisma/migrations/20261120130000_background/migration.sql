-- CreateEnum
CREATE TYPE "TaskState" AS ENUM ('PENDING', 'STARTED', 'SUCCESS', 'FAILURE', 'RETRY', 'REVOKED');

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "function_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL DEFAULT 'default',
    "laboratory_id" UUID,
    "type" TEXT,
    "requested_by_id" UUID,
    "event_id" TEXT,
    "event_name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "carrier" TEXT,
    "state" "TaskState" NOT NULL DEFAULT 'PENDING',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "max_attempts" INTEGER NOT NULL DEFAULT 1,
    "time_limit_seconds" INTEGER NOT NULL DEFAULT 300,
    "limit_key" TEXT,
    "limit_count" INTEGER,
    "result" JSONB,
    "error" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_step" (
    "task_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB,
    "error" JSONB,
    "wake_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_step_pkey" PRIMARY KEY ("task_id","step_id")
);

-- CreateTable
CREATE TABLE "job_receipt" (
    "key" TEXT NOT NULL,
    "laboratory_id" UUID,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_receipt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "schedule" (
    "function_id" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "next_run_at" TIMESTAMPTZ(3) NOT NULL,
    "last_run_at" TIMESTAMPTZ(3),
    "last_task_id" UUID,
    "paused_at" TIMESTAMPTZ(3),
    "paused_by_id" UUID,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("function_id")
);

-- CreateTable
CREATE TABLE "export_chunk" (
    "laboratory_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_chunk_pkey" PRIMARY KEY ("laboratory_id","task_id","part","position")
);

-- CreateIndex
CREATE INDEX "task_created_at_id_idx" ON "task"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "job_receipt_created_at_idx" ON "job_receipt"("created_at");

-- Walls -------------------------------------------------------------------------------------------------

-- The platform's own queue, which names a laboratory. A laboratory sees what was done in its name and may ask for
-- work; it moves nothing.
do $$
declare t text;
begin
  foreach t in array array['task', 'job_receipt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy platform_open on %I for all to lims_platform using (true) with check (true)', t);
    execute format('create policy lab_open on %I for all to lims_lab using (true) with check (true)', t);
    execute format(
      'create policy lab_tenancy on %I as restrictive for all to lims_lab
         using (laboratory_id = (select current_laboratory()))
         with check (laboratory_id = (select current_laboratory()))', t);
  end loop;
end
$$;
grant select, insert on task, job_receipt to lims_lab;
grant select, insert, update, delete on task, task_step, schedule to lims_platform;
grant select, insert, delete on job_receipt to lims_platform;

-- Exports hold patients' data: they are the laboratory's, and nobody else's.
alter table export_chunk enable row level security;
alter table export_chunk force row level security;
create policy lab_open on export_chunk for all to lims_lab using (true) with check (true);
create policy lab_tenancy on export_chunk as restrictive for all to lims_lab
  using (laboratory_id = (select current_laboratory()))
  with check (laboratory_id = (select current_laboratory()));
grant select, insert, delete on export_chunk to lims_lab;

-- What has been over for long.
grant delete on outbox, sign_in_challenge to lims_platform;

alter table task
  add constraint progress_is_percent check (progress between 0 and 100),
  add constraint limit_is_whole check ((limit_key is null) = (limit_count is null));

-- What waits, in the order it is due; what was handed over and is over is not in it.
create index task_due on task (due_at, id)
  where carrier = 'embedded' and state in ('PENDING', 'STARTED', 'RETRY');
create index task_at_work on task (limit_key) where leased_by is not null;
create index task_of_laboratory on task (laboratory_id, created_at desc) where type is not null;
create index outbox_waiting on outbox (id) where dispatched_at is null;

-- Facts from before there was a dispatcher have nobody who waits for them.
alter table outbox no force row level security;
update outbox set dispatched_at = created_at where dispatched_at is null;
alter table outbox force row level security;
