-- CreateEnum
CREATE TYPE "ProviderState" AS ENUM ('pending', 'verified', 'rejected');

-- CreateEnum
CREATE TYPE "SuspicionState" AS ENUM ('open', 'reviewed');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('owed', 'sending', 'sent', 'dead');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "birth_date" DATE,
ADD COLUMN     "is_pregnant" BOOLEAN,
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en-GB',
ADD COLUMN     "muted_notices" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "state_reason" TEXT,
ADD COLUMN     "time_zone" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "device_id" UUID,
ADD COLUMN     "first_factor" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "proved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "second_factor" TEXT;

-- AlterTable
ALTER TABLE "hand_over_ticket" ADD COLUMN     "first_factor" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "second_factor" TEXT;

-- AlterTable
ALTER TABLE "link_token" ADD COLUMN     "host" TEXT;

-- AlterTable
ALTER TABLE "laboratory" ADD COLUMN     "allows_email_code" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "idle_lock_minutes" INTEGER,
ADD COLUMN     "logo_sha256" TEXT,
ADD COLUMN     "password_length_min" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "second_factor_roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "suspend_reason" TEXT,
ADD COLUMN     "suspended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "carrier" TEXT,
ADD COLUMN     "error" TEXT,
ADD COLUMN     "next_try_at" TIMESTAMPTZ(3),
ADD COLUMN     "provider_id" TEXT,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" "MailState" NOT NULL DEFAULT 'owed',
ALTER COLUMN "text" DROP NOT NULL,
ALTER COLUMN "html" DROP NOT NULL;

-- CreateTable
CREATE TABLE "account_picture" (
    "account_id" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_picture_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "provider_profile" (
    "account_id" UUID NOT NULL,
    "state" "ProviderState" NOT NULL DEFAULT 'pending',
    "specialization" TEXT NOT NULL,
    "license_number" TEXT,
    "license_key" TEXT,
    "years_of_experience" INTEGER,
    "phone" TEXT,
    "clinic_street" TEXT,
    "clinic_city" TEXT,
    "clinic_state" TEXT,
    "clinic_zip" TEXT,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_profile_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "email_code" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "laboratory_id" UUID,
    "email_key" TEXT NOT NULL,
    "account_id" UUID,
    "code_hmac" TEXT,
    "tries_spent" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "laboratory_id" UUID,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "account_id" UUID,
    "token_hash" TEXT,
    "code_hmac" TEXT,
    "tries_spent" INTEGER NOT NULL DEFAULT 0,
    "ip" TEXT,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "code_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "link_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_change" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "old_email" TEXT NOT NULL,
    "new_email" TEXT NOT NULL,
    "new_email_key" TEXT NOT NULL,
    "old_token_hash" TEXT NOT NULL,
    "new_token_hash" TEXT NOT NULL,
    "old_confirmed_at" TIMESTAMPTZ(3),
    "new_confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp" (
    "account_id" UUID NOT NULL,
    "secret_jwe" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "totp_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "account_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("account_id","hash")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "account_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "sign_in_challenge" (
    "hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "laboratory_id" UUID,
    "host" TEXT NOT NULL,
    "door" "SessionDoor" NOT NULL,
    "first_factor" TEXT NOT NULL,
    "tries_spent" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_challenge_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ip" TEXT,
    "time_zone" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspicion" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "account_id" UUID,
    "laboratory_id" UUID,
    "ip" TEXT,
    "host" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "answer" TEXT NOT NULL,
    "state" "SuspicionState" NOT NULL DEFAULT 'open',
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "note" TEXT,

    CONSTRAINT "suspicion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pre_registration" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pre_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "laboratory_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "replaced_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("laboratory_id","id")
);

-- CreateTable
CREATE TABLE "laboratory_logo" (
    "laboratory_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "laboratory_logo_pkey" PRIMARY KEY ("laboratory_id","sha256")
);

-- CreateIndex
CREATE INDEX "provider_profile_state_created_at_idx" ON "provider_profile"("state", "created_at");

-- CreateIndex
CREATE INDEX "email_code_email_key_purpose_created_at_idx" ON "email_code"("email_key", "purpose", "created_at" DESC);

-- CreateIndex
CREATE INDEX "email_code_created_at_idx" ON "email_code"("created_at" DESC);

-- CreateIndex
CREATE INDEX "password_reset_email_key_created_at_idx" ON "password_reset"("email_key", "created_at" DESC);

-- CreateIndex
CREATE INDEX "password_reset_created_at_idx" ON "password_reset"("created_at" DESC);

-- CreateIndex
CREATE INDEX "email_change_account_id_created_at_idx" ON "email_change"("account_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "email_change_old_token_hash_idx" ON "email_change"("old_token_hash");

-- CreateIndex
CREATE INDEX "email_change_new_token_hash_idx" ON "email_change"("new_token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");

-- CreateIndex
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_challenge_account_id_idx" ON "sign_in_challenge"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_challenge_expires_at_idx" ON "sign_in_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "device_account_id_last_seen_at_idx" ON "device"("account_id", "last_seen_at" DESC);

-- CreateIndex
CREATE INDEX "suspicion_at_idx" ON "suspicion"("at" DESC);

-- CreateIndex
CREATE INDEX "suspicion_account_id_at_idx" ON "suspicion"("account_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "pre_registration_email_key_key" ON "pre_registration"("email_key");

-- CreateIndex
CREATE INDEX "pre_registration_created_at_idx" ON "pre_registration"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_laboratory_id_hash_key" ON "api_key"("laboratory_id", "hash");

-- CreateIndex
CREATE INDEX "account_created_at_id_idx" ON "account"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "session_device_id_idx" ON "session"("device_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_picture" ADD CONSTRAINT "account_picture_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_profile" ADD CONSTRAINT "provider_profile_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp" ADD CONSTRAINT "totp_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_laboratory_id_created_by_id_fkey" FOREIGN KEY ("laboratory_id", "created_by_id") REFERENCES "member"("laboratory_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
