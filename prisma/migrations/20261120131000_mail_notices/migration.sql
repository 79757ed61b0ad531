-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "resends" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "report_notice" (
    "laboratory_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "provider_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_notice_pkey" PRIMARY KEY ("laboratory_id","report_id","recipient")
);

-- AddForeignKey
ALTER TABLE "report_notice" ADD CONSTRAINT "report_notice_laboratory_id_report_id_fkey" FOREIGN KEY ("laboratory_id", "report_id") REFERENCES "report"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_notice" ADD CONSTRAINT "report_notice_laboratory_id_provider_id_fkey" FOREIGN KEY ("laboratory_id", "provider_id") REFERENCES "provider"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who was written to about which version: read when a later one corrects it. Written once.
alter table report_notice enable row level security;
alter table report_notice force row level security;
create policy lab_open on report_notice for all to lims_lab using (true) with check (true);
create policy lab_tenancy on report_notice as restrictive for all to lims_lab
  using (laboratory_id = (select current_laboratory()))
  with check (laboratory_id = (select current_laboratory()));
grant select, insert on report_notice to lims_lab;

create index mail_to_forget on mail (sent_at) where state = 'sent' and text is not null;
