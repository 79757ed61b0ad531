-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('patient', 'provider', 'staff');

-- CreateEnum
CREATE TYPE "AccountState" AS ENUM ('active', 'locked', 'disabled');

-- CreateEnum
CREATE TYPE "SessionDoor" AS ENUM ('browser', 'program');

-- CreateEnum
CREATE TYPE "InvoiceState" AS ENUM ('draft', 'issued', 'part_paid', 'paid', 'void');

-- CreateEnum
CREATE TYPE "AnalyteKind" AS ENUM ('numeric', 'coded', 'text');

-- CreateEnum
CREATE TYPE "LaboratoryState" AS ENUM ('active', 'suspended');

-- CreateEnum
CREATE TYPE "MemberState" AS ENUM ('active', 'removed');

-- CreateEnum
CREATE TYPE "InvitationState" AS ENUM ('open', 'accepted', 'withdrawn');

-- CreateEnum
CREATE TYPE "OrderState" AS ENUM ('placed', 'in_progress', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('routine', 'urgent', 'stat');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male', 'other', 'unknown');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('preliminary', 'final');

-- CreateEnum
CREATE TYPE "ResultState" AS ENUM ('pending', 'entered', 'verified', 'released', 'replaced', 'cancelled', 'withdrawn');

-- CreateEnum
CREATE TYPE "SampleState" AS ENUM ('expected', 'collected', 'accessioned', 'in_process', 'completed', 'stored', 'disposed', 'rejected', 'cancelled');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "kind" "AccountKind" NOT NULL,
    "state" "AccountState" NOT NULL DEFAULT 'active',
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "username" TEXT,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "account_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "failed_sign_in" (
    "key" TEXT NOT NULL,
    "failed" INTEGER NOT NULL,
    "locked_until" TIMESTAMPTZ(3),
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failed_sign_in_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "laboratory_id" UUID,
    "host" TEXT NOT NULL,
    "door" "SessionDoor" NOT NULL,
    "device" TEXT NOT NULL,
    "ip" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_active_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_until" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "spent_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "hand_over_ticket" (
    "hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "laboratory_id" UUID,
    "host" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_over_ticket_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "link_token" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "laboratory_id" UUID,
    "subject_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "code_hmac" TEXT,
    "tries_spent" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_jwe" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_roles" TEXT[],
    "ip" TEXT,
    "request_id" TEXT NOT NULL,
    "record_type" TEXT,
    "record_id" TEXT,
    "order_id" UUID,
    "patient_id" UUID,
    "details" JSONB,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT,
    "order_id" UUID,
    "bill_to" TEXT NOT NULL,
    "state" "InvoiceState" NOT NULL DEFAULT 'draft',
    "currency" TEXT NOT NULL,
    "net" BIGINT NOT NULL DEFAULT 0,
    "tax" BIGINT NOT NULL DEFAULT 0,
    "gross" BIGINT NOT NULL DEFAULT 0,
    "paid" BIGINT NOT NULL DEFAULT 0,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "issued_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "order_item_id" UUID,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL DEFAULT 0,
    "discount_reason" TEXT,
    "tax_rate" TEXT,
    "net" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "gross" BIGINT NOT NULL,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "payment" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "reference" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_by_id" UUID,
    "received_by_name" TEXT NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "refund" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "refunded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "refunded_by_id" UUID,
    "refunded_by_name" TEXT NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "sample_type" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "container" TEXT NOT NULL,
    "cap" TEXT NOT NULL,

    CONSTRAINT "sample_type_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "analyte" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "group_name" TEXT,
    "loinc" TEXT,
    "unit" TEXT,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "kind" "AnalyteKind" NOT NULL,
    "method" TEXT,
    "choices" JSONB NOT NULL DEFAULT '[]',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "analyte_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "reference_interval" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "analyte_id" UUID NOT NULL,
    "sex" TEXT,
    "sample_type" TEXT,
    "pregnant" BOOLEAN,
    "age_from" JSONB,
    "age_to" JSONB,
    "age_from_key" INTEGER,
    "age_to_key" INTEGER,
    "low" TEXT,
    "high" TEXT,
    "text" TEXT,
    "source" JSONB,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_interval_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "critical_limit" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "analyte_id" UUID NOT NULL,
    "age_from" JSONB,
    "age_to" JSONB,
    "age_from_key" INTEGER,
    "age_to_key" INTEGER,
    "low" TEXT,
    "high" TEXT,
    "source" JSONB,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "critical_limit_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "test" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "loinc" TEXT,
    "section" TEXT NOT NULL,
    "sample_type_id" UUID NOT NULL,
    "collection" TEXT,
    "turnaround_routine_minutes" INTEGER NOT NULL,
    "turnaround_urgent_minutes" INTEGER NOT NULL,
    "turnaround_stat_minutes" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "test_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "test_analyte" (
    "laboratory_id" UUID NOT NULL,
    "test_id" UUID NOT NULL,
    "analyte_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "test_analyte_pkey" PRIMARY KEY ("laboratory_id","test_id","analyte_id")
);

-- CreateTable
CREATE TABLE "panel" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "loinc" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "panel_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "panel_test" (
    "laboratory_id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "test_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "panel_test_pkey" PRIMARY KEY ("laboratory_id","panel_id","test_id")
);

-- CreateTable
CREATE TABLE "price" (
    "laboratory_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_pkey" PRIMARY KEY ("laboratory_id","code")
);

-- CreateTable
CREATE TABLE "laboratory" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "LaboratoryState" NOT NULL DEFAULT 'active',
    "time_zone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "address_lines" TEXT[],
    "phone" TEXT,
    "email" TEXT,
    "licence" TEXT,
    "director" TEXT,
    "accession_format" TEXT NOT NULL DEFAULT '{yy}{MM}{dd}-{seq:5}',
    "colour" TEXT NOT NULL DEFAULT '#00695c',
    "allows_self_verification" BOOLEAN NOT NULL DEFAULT false,
    "allowed_origins" TEXT[],
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "laboratory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[],
    "state" "MemberState" NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "roles" TEXT[],
    "provider_id" UUID,
    "state" "InvitationState" NOT NULL DEFAULT 'open',
    "invited_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "provider" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "specialization" TEXT,
    "license_number" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "counter" (
    "laboratory_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" BIGINT NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("laboratory_id","name")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "laboratory_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB,
    "headers" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("laboratory_id","actor","key")
);

-- CreateTable
CREATE TABLE "orders" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accession_number" TEXT NOT NULL,
    "patient_id" UUID NOT NULL,
    "provider_id" UUID,
    "state" "OrderState" NOT NULL DEFAULT 'placed',
    "priority" "Priority" NOT NULL DEFAULT 'routine',
    "clinical_notes" TEXT,
    "fasting" BOOLEAN,
    "pregnant" BOOLEAN,
    "cancel_reason" TEXT,
    "placed_by_id" UUID,
    "placed_by_name" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "order_item" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "list_price" INTEGER,
    "price" INTEGER,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,

    CONSTRAINT "order_item_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "order_test" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "test_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_test_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "order_item_test" (
    "laboratory_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "order_test_id" UUID NOT NULL,

    CONSTRAINT "order_item_test_pkey" PRIMARY KEY ("laboratory_id","item_id","order_test_id")
);

-- CreateTable
CREATE TABLE "patient" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mrn" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "given_name" TEXT,
    "birth_date" DATE,
    "birth_date_estimated" BOOLEAN NOT NULL DEFAULT false,
    "sex" "Sex" NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "national_id" TEXT,
    "search_name" TEXT NOT NULL,
    "search_phone" TEXT,
    "search_national_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "registered_by_id" UUID,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "laboratory_id" UUID,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "laboratory_id" UUID,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "platform_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "ip" TEXT,
    "host" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "record_type" TEXT,
    "record_id" TEXT,
    "details" JSONB,

    CONSTRAINT "platform_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "ReportStatus" NOT NULL,
    "is_corrected" BOOLEAN NOT NULL,
    "reason" TEXT,
    "content" JSONB NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "check_code" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "issued_by_name" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdraw_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "report_file" (
    "laboratory_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("laboratory_id","report_id")
);

-- CreateTable
CREATE TABLE "result" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "order_test_id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "analyte_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "group_name" TEXT,
    "analyte_code" TEXT NOT NULL,
    "analyte_name" TEXT NOT NULL,
    "loinc" TEXT,
    "kind" "AnalyteKind" NOT NULL,
    "state" "ResultState" NOT NULL DEFAULT 'pending',
    "origin" TEXT NOT NULL DEFAULT 'manual',
    "value" TEXT,
    "not_reported" BOOLEAN NOT NULL DEFAULT false,
    "abnormal" BOOLEAN,
    "flag" TEXT,
    "unit" TEXT,
    "decimals" INTEGER NOT NULL,
    "method" TEXT,
    "interval" JSONB,
    "critical_limit" JSONB,
    "catalogue_version" INTEGER,
    "comment" TEXT,
    "report_comment" TEXT,
    "entered_by_id" UUID,
    "entered_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "self_verified" BOOLEAN NOT NULL DEFAULT false,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "supersedes_id" UUID,
    "amend_reason" TEXT,
    "replaces_id" UUID,
    "replace_reason" TEXT,
    "cancel_reason" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "result_change" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "result_change_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "critical_notification" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "notified_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "recipient_role" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "critical_notification_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "sample" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "barcode" TEXT NOT NULL,
    "state" "SampleState" NOT NULL DEFAULT 'expected',
    "sample_type_code" TEXT NOT NULL,
    "sample_type_name" TEXT NOT NULL,
    "container" TEXT NOT NULL,
    "cap" TEXT NOT NULL,
    "collection" TEXT,
    "parent_id" UUID,
    "recollection_of_id" UUID,
    "collected_at" TIMESTAMPTZ(3),
    "collected_by_id" UUID,
    "collection_not_recorded" BOOLEAN NOT NULL DEFAULT false,
    "site" TEXT,
    "accessioned_at" TIMESTAMPTZ(3),
    "accessioned_by_id" UUID,
    "condition" TEXT,
    "temperature_c" DOUBLE PRECISION,
    "rejected_at" TIMESTAMPTZ(3),
    "rejected_by_id" UUID,
    "reject_reason_code" TEXT,
    "reject_note" TEXT,
    "stored_at" TIMESTAMPTZ(3),
    "storage_location" TEXT,
    "disposed_at" TIMESTAMPTZ(3),
    "dispose_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_public_id_key" ON "account"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key_key" ON "account"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE INDEX "failed_sign_in_last_failed_at_idx" ON "failed_sign_in"("last_failed_at");

-- CreateIndex
CREATE INDEX "session_account_id_ended_at_idx" ON "session"("account_id", "ended_at");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE INDEX "link_token_purpose_subject_id_idx" ON "link_token"("purpose", "subject_id");

-- CreateIndex
CREATE INDEX "registration_email_key_idx" ON "registration"("email_key");

-- CreateIndex
CREATE INDEX "audit_event_laboratory_id_at_id_idx" ON "audit_event"("laboratory_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_laboratory_id_record_type_record_id_at_idx" ON "audit_event"("laboratory_id", "record_type", "record_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_laboratory_id_order_id_at_idx" ON "audit_event"("laboratory_id", "order_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_laboratory_id_patient_id_at_idx" ON "audit_event"("laboratory_id", "patient_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_laboratory_id_actor_id_at_idx" ON "audit_event"("laboratory_id", "actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_laboratory_id_action_at_idx" ON "audit_event"("laboratory_id", "action", "at" DESC);

-- CreateIndex
CREATE INDEX "invoice_laboratory_id_order_id_idx" ON "invoice"("laboratory_id", "order_id");

-- CreateIndex
CREATE INDEX "invoice_laboratory_id_state_created_at_id_idx" ON "invoice"("laboratory_id", "state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "invoice_laboratory_id_created_at_id_idx" ON "invoice"("laboratory_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "invoice_laboratory_id_number_key" ON "invoice"("laboratory_id", "number");

-- CreateIndex
CREATE INDEX "invoice_line_laboratory_id_invoice_id_position_idx" ON "invoice_line"("laboratory_id", "invoice_id", "position");

-- CreateIndex
CREATE INDEX "payment_laboratory_id_invoice_id_idx" ON "payment"("laboratory_id", "invoice_id");

-- CreateIndex
CREATE INDEX "refund_laboratory_id_payment_id_idx" ON "refund"("laboratory_id", "payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "sample_type_laboratory_id_code_key" ON "sample_type"("laboratory_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "analyte_laboratory_id_code_key" ON "analyte"("laboratory_id", "code");

-- CreateIndex
CREATE INDEX "reference_interval_laboratory_id_analyte_id_idx" ON "reference_interval"("laboratory_id", "analyte_id");

-- CreateIndex
CREATE INDEX "critical_limit_laboratory_id_analyte_id_idx" ON "critical_limit"("laboratory_id", "analyte_id");

-- CreateIndex
CREATE UNIQUE INDEX "test_laboratory_id_code_key" ON "test"("laboratory_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "panel_laboratory_id_code_key" ON "panel"("laboratory_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "laboratory_slug_key" ON "laboratory"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "member_laboratory_id_account_id_key" ON "member"("laboratory_id", "account_id");

-- CreateIndex
CREATE INDEX "invitation_laboratory_id_state_created_at_idx" ON "invitation"("laboratory_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "provider_laboratory_id_search_name_idx" ON "provider"("laboratory_id", "search_name");

-- CreateIndex
CREATE UNIQUE INDEX "provider_laboratory_id_member_id_key" ON "provider"("laboratory_id", "member_id");

-- CreateIndex
CREATE INDEX "idempotency_key_laboratory_id_created_at_idx" ON "idempotency_key"("laboratory_id", "created_at");

-- CreateIndex
CREATE INDEX "orders_laboratory_id_patient_id_placed_at_idx" ON "orders"("laboratory_id", "patient_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "orders_laboratory_id_provider_id_placed_at_idx" ON "orders"("laboratory_id", "provider_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "orders_laboratory_id_placed_at_id_idx" ON "orders"("laboratory_id", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_laboratory_id_accession_number_key" ON "orders"("laboratory_id", "accession_number");

-- CreateIndex
CREATE INDEX "order_item_laboratory_id_order_id_idx" ON "order_item"("laboratory_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_test_laboratory_id_order_id_test_id_key" ON "order_test"("laboratory_id", "order_id", "test_id");

-- CreateIndex
CREATE INDEX "patient_laboratory_id_birth_date_idx" ON "patient"("laboratory_id", "birth_date");

-- CreateIndex
CREATE INDEX "patient_laboratory_id_search_phone_idx" ON "patient"("laboratory_id", "search_phone");

-- CreateIndex
CREATE INDEX "patient_laboratory_id_search_national_id_idx" ON "patient"("laboratory_id", "search_national_id");

-- CreateIndex
CREATE INDEX "patient_laboratory_id_created_at_id_idx" ON "patient"("laboratory_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "patient_laboratory_id_mrn_key" ON "patient"("laboratory_id", "mrn");

-- CreateIndex
CREATE INDEX "outbox_dispatched_at_id_idx" ON "outbox"("dispatched_at", "id");

-- CreateIndex
CREATE INDEX "mail_recipient_created_at_idx" ON "mail"("recipient", "created_at" DESC);

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at" DESC);

-- CreateIndex
CREATE INDEX "platform_event_at_idx" ON "platform_event"("at");

-- CreateIndex
CREATE INDEX "report_laboratory_id_issued_at_id_idx" ON "report"("laboratory_id", "issued_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_laboratory_id_order_id_number_key" ON "report"("laboratory_id", "order_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "report_laboratory_id_check_code_key" ON "report"("laboratory_id", "check_code");

-- CreateIndex
CREATE INDEX "result_laboratory_id_sample_id_position_idx" ON "result"("laboratory_id", "sample_id", "position");

-- CreateIndex
CREATE INDEX "result_laboratory_id_order_id_position_idx" ON "result"("laboratory_id", "order_id", "position");

-- CreateIndex
CREATE INDEX "result_laboratory_id_state_due_at_id_idx" ON "result"("laboratory_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "result_laboratory_id_section_state_due_at_id_idx" ON "result"("laboratory_id", "section", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "result_laboratory_id_patient_id_analyte_id_released_at_idx" ON "result"("laboratory_id", "patient_id", "analyte_id", "released_at" DESC);

-- CreateIndex
CREATE INDEX "result_laboratory_id_created_at_id_idx" ON "result"("laboratory_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "result_change_laboratory_id_result_id_at_idx" ON "result_change"("laboratory_id", "result_id", "at");

-- CreateIndex
CREATE INDEX "critical_notification_laboratory_id_result_id_notified_at_idx" ON "critical_notification"("laboratory_id", "result_id", "notified_at");

-- CreateIndex
CREATE INDEX "sample_laboratory_id_order_id_idx" ON "sample"("laboratory_id", "order_id");

-- CreateIndex
CREATE INDEX "sample_laboratory_id_created_at_id_idx" ON "sample"("laboratory_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "sample_laboratory_id_barcode_key" ON "sample"("laboratory_id", "barcode");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_ticket" ADD CONSTRAINT "hand_over_ticket_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_laboratory_id_order_id_fkey" FOREIGN KEY ("laboratory_id", "order_id") REFERENCES "orders"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_laboratory_id_invoice_id_fkey" FOREIGN KEY ("laboratory_id", "invoice_id") REFERENCES "invoice"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_laboratory_id_invoice_id_fkey" FOREIGN KEY ("laboratory_id", "invoice_id") REFERENCES "invoice"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_laboratory_id_payment_id_fkey" FOREIGN KEY ("laboratory_id", "payment_id") REFERENCES "payment"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_interval" ADD CONSTRAINT "reference_interval_laboratory_id_analyte_id_fkey" FOREIGN KEY ("laboratory_id", "analyte_id") REFERENCES "analyte"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critical_limit" ADD CONSTRAINT "critical_limit_laboratory_id_analyte_id_fkey" FOREIGN KEY ("laboratory_id", "analyte_id") REFERENCES "analyte"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test" ADD CONSTRAINT "test_laboratory_id_sample_type_id_fkey" FOREIGN KEY ("laboratory_id", "sample_type_id") REFERENCES "sample_type"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_analyte" ADD CONSTRAINT "test_analyte_laboratory_id_test_id_fkey" FOREIGN KEY ("laboratory_id", "test_id") REFERENCES "test"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_analyte" ADD CONSTRAINT "test_analyte_laboratory_id_analyte_id_fkey" FOREIGN KEY ("laboratory_id", "analyte_id") REFERENCES "analyte"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_test" ADD CONSTRAINT "panel_test_laboratory_id_panel_id_fkey" FOREIGN KEY ("laboratory_id", "panel_id") REFERENCES "panel"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_test" ADD CONSTRAINT "panel_test_laboratory_id_test_id_fkey" FOREIGN KEY ("laboratory_id", "test_id") REFERENCES "test"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_laboratory_id_fkey" FOREIGN KEY ("laboratory_id") REFERENCES "laboratory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_laboratory_id_member_id_fkey" FOREIGN KEY ("laboratory_id", "member_id") REFERENCES "member"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_laboratory_id_patient_id_fkey" FOREIGN KEY ("laboratory_id", "patient_id") REFERENCES "patient"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_laboratory_id_provider_id_fkey" FOREIGN KEY ("laboratory_id", "provider_id") REFERENCES "provider"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_laboratory_id_order_id_fkey" FOREIGN KEY ("laboratory_id", "order_id") REFERENCES "orders"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_test" ADD CONSTRAINT "order_test_laboratory_id_order_id_fkey" FOREIGN KEY ("laboratory_id", "order_id") REFERENCES "orders"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item_test" ADD CONSTRAINT "order_item_test_laboratory_id_item_id_fkey" FOREIGN KEY ("laboratory_id", "item_id") REFERENCES "order_item"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item_test" ADD CONSTRAINT "order_item_test_laboratory_id_order_test_id_fkey" FOREIGN KEY ("laboratory_id", "order_test_id") REFERENCES "order_test"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_laboratory_id_order_id_fkey" FOREIGN KEY ("laboratory_id", "order_id") REFERENCES "orders"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_laboratory_id_report_id_fkey" FOREIGN KEY ("laboratory_id", "report_id") REFERENCES "report"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_laboratory_id_order_id_fkey" FOREIGN KEY ("laboratory_id", "order_id") REFERENCES "orders"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_laboratory_id_order_test_id_fkey" FOREIGN KEY ("laboratory_id", "order_test_id") REFERENCES "order_test"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_laboratory_id_sample_id_fkey" FOREIGN KEY ("laboratory_id", "sample_id") REFERENCES "sample"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_laboratory_id_analyte_id_fkey" FOREIGN KEY ("laboratory_id", "analyte_id") REFERENCES "analyte"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_laboratory_id_supersedes_id_fkey" FOREIGN KEY ("laboratory_id", "supersedes_id") REFERENCES "result"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_laboratory_id_replaces_id_fkey" FOREIGN KEY ("laboratory_id", "replaces_id") REFERENCES "result"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_change" ADD CONSTRAINT "result_change_laboratory_id_result_id_fkey" FOREIGN KEY ("laboratory_id", "result_id") REFERENCES "result"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critical_notification" ADD CONSTRAINT "critical_notification_laboratory_id_result_id_fkey" FOREIGN KEY ("laboratory_id", "result_id") REFERENCES "result"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_laboratory_id_order_id_fkey" FOREIGN KEY ("laboratory_id", "order_id") REFERENCES "orders"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_laboratory_id_parent_id_fkey" FOREIGN KEY ("laboratory_id", "parent_id") REFERENCES "sample"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_laboratory_id_recollection_of_id_fkey" FOREIGN KEY ("laboratory_id", "recollection_of_id") REFERENCES "sample"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
