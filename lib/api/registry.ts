import "server-only";
import { addPasskey } from "@/lib/accounts/operations/add-passkey";
import { addPasskeyInBrowser } from "@/lib/accounts/operations/add-passkey-in-browser";
import { askPasskeyForSecondStep } from "@/lib/accounts/operations/ask-passkey-for-second-step";
import { askPasskeyToConfirm } from "@/lib/accounts/operations/ask-passkey-to-confirm";
import { askPasskeyToSignIn } from "@/lib/accounts/operations/ask-passkey-to-sign-in";
import { changeEmail } from "@/lib/accounts/operations/change-email";
import { changePassword } from "@/lib/accounts/operations/change-password";
import { changePractice } from "@/lib/accounts/operations/change-practice";
import { changeMyProfile } from "@/lib/accounts/operations/change-profile";
import { confirmEmailChangeLink } from "@/lib/accounts/operations/confirm-email-change";
import { confirmIdentityInBrowser } from "@/lib/accounts/operations/confirm-identity-in-browser";
import { confirmByCodeInBrowser, confirmByLinkInBrowser } from "@/lib/accounts/operations/confirm-in-browser";
import { confirmPreRegistration } from "@/lib/accounts/operations/confirm-pre-registration";
import { confirmTotp } from "@/lib/accounts/operations/confirm-totp";
import { confirmTotpInBrowser } from "@/lib/accounts/operations/confirm-totp-in-browser";
import { createApiKey } from "@/lib/accounts/operations/create-api-key";
import { endOtherSession } from "@/lib/accounts/operations/end-other-session";
import { endSession } from "@/lib/accounts/operations/end-session";
import { enrolTotp } from "@/lib/accounts/operations/enrol-totp";
import { forgetDevice } from "@/lib/accounts/operations/forget-device";
import { generateCode } from "@/lib/accounts/operations/generate-code";
import { listApiKeys } from "@/lib/accounts/operations/list-api-keys";
import { listDevices } from "@/lib/accounts/operations/list-devices";
import { listPasskeys } from "@/lib/accounts/operations/list-passkeys";
import { listSessions } from "@/lib/accounts/operations/list-sessions";
import { listSpecializations } from "@/lib/accounts/operations/list-specializations";
import { listSuspicions } from "@/lib/accounts/operations/list-suspicions";
import { lockScreen } from "@/lib/accounts/operations/lock-screen";
import { login } from "@/lib/accounts/operations/login";
import { loginWithPasskey } from "@/lib/accounts/operations/login-with-passkey";
import { logout } from "@/lib/accounts/operations/logout";
import { logoutAll } from "@/lib/accounts/operations/logout-all";
import { openApiKey } from "@/lib/accounts/operations/open-api-key";
import { openBrowserSession } from "@/lib/accounts/operations/open-browser-session";
import { openClinician } from "@/lib/accounts/operations/open-clinician";
import { openOwnEmailChange } from "@/lib/accounts/operations/open-email-change";
import { openEmailChangeLink } from "@/lib/accounts/operations/open-email-change-link";
import { openPreRegistrationLink } from "@/lib/accounts/operations/open-pre-registration-link";
import { checkResetLink, openResetLink } from "@/lib/accounts/operations/open-reset-link";
import { openSecondStep } from "@/lib/accounts/operations/open-second-step";
import { openSessionsPage } from "@/lib/accounts/operations/open-sessions-page";
import { openVerificationLink } from "@/lib/accounts/operations/open-verification-link";
import { orderPasskey } from "@/lib/accounts/operations/order-passkey";
import { preRegister } from "@/lib/accounts/operations/pre-register";
import { readAvatar } from "@/lib/accounts/operations/read-avatar";
import { readMe } from "@/lib/accounts/operations/read-me";
import { readSecondFactors } from "@/lib/accounts/operations/read-second-factors";
import { reauthenticate } from "@/lib/accounts/operations/reauthenticate";
import { refreshTokens } from "@/lib/accounts/operations/refresh-tokens";
import { registerAsDoctor, registerAsProvider } from "@/lib/accounts/operations/register-doctor";
import { registerAsPatient, registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { registerPractice } from "@/lib/accounts/operations/register-practice";
import { registerProvider } from "@/lib/accounts/operations/register-provider";
import { removeMyAvatar } from "@/lib/accounts/operations/remove-avatar";
import { removePasskey } from "@/lib/accounts/operations/remove-passkey";
import { removeTotp } from "@/lib/accounts/operations/remove-totp";
import { renamePasskey } from "@/lib/accounts/operations/rename-passkey";
import { renewRecoveryCodes } from "@/lib/accounts/operations/renew-recovery-codes";
import { openNotMeLink, reportNotMe } from "@/lib/accounts/operations/report-not-me";
import { forgotPassword, requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import {
  resendProviderVerification,
  resendVerification,
} from "@/lib/accounts/operations/resend-verification";
import { resetByCode } from "@/lib/accounts/operations/reset-by-code";
import { resetByLink } from "@/lib/accounts/operations/reset-by-link";
import { reviewSuspicion } from "@/lib/accounts/operations/review-suspicion";
import { revokeApiKey } from "@/lib/accounts/operations/revoke-api-key";
import { rotateApiKey } from "@/lib/accounts/operations/rotate-api-key";
import { rotateSigningKeys } from "@/lib/accounts/operations/rotate-signing-keys";
import { setAvatar } from "@/lib/accounts/operations/set-avatar";
import { signInByCode, signInByCodeInBrowser } from "@/lib/accounts/operations/sign-in-by-code";
import { startBrowserSession } from "@/lib/accounts/operations/start-browser-session";
import { startPasskeySession } from "@/lib/accounts/operations/start-passkey-session";
import { stayAwake } from "@/lib/accounts/operations/stay-awake";
import { unlockScreen } from "@/lib/accounts/operations/unlock-screen";
import { validateToken } from "@/lib/accounts/operations/validate-token";
import { verifyCode } from "@/lib/accounts/operations/verify-code";
import { verifyLink } from "@/lib/accounts/operations/verify-link";
import { verifyProviderEmail } from "@/lib/accounts/operations/verify-provider-email";
import { verifySecondStep } from "@/lib/accounts/operations/verify-second-step";
import { verifySecondStepInBrowser } from "@/lib/accounts/operations/verify-second-step-in-browser";
import {
  withdrawEmailChange,
  withdrawEmailChangeByLink,
} from "@/lib/accounts/operations/withdraw-email-change";
import { listAuditEvents } from "@/lib/audit/operations/list-audit-events";
import { listPlatformEvents } from "@/lib/audit/operations/list-platform-events";
import { readTimeline } from "@/lib/audit/operations/read-timeline";
import { sealAudit } from "@/lib/audit/operations/seal-audit";
import { changeInvoice } from "@/lib/billing/operations/change-invoice";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { openInvoice } from "@/lib/billing/operations/open-invoice";
import { openWholeOrder } from "@/lib/billing/operations/open-whole-order";
import { printInvoice } from "@/lib/billing/operations/print-invoice";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import { refundPayment } from "@/lib/billing/operations/refund-payment";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import { addAnalyte } from "@/lib/catalogue/operations/add-analyte";
import { addPanel } from "@/lib/catalogue/operations/add-panel";
import { addReferenceInterval } from "@/lib/catalogue/operations/add-reference-interval";
import { addTest } from "@/lib/catalogue/operations/add-test";
import { changeAnalyte } from "@/lib/catalogue/operations/change-analyte";
import { changePanel } from "@/lib/catalogue/operations/change-panel";
import { changeTest } from "@/lib/catalogue/operations/change-test";
import { listAnalytes } from "@/lib/catalogue/operations/list-analytes";
import { listPanels } from "@/lib/catalogue/operations/list-panels";
import { listPrices } from "@/lib/catalogue/operations/list-prices";
import { listReferenceIntervals } from "@/lib/catalogue/operations/list-reference-intervals";
import { listSampleTypes } from "@/lib/catalogue/operations/list-sample-types";
import { listTests } from "@/lib/catalogue/operations/list-tests";
import { readAnalyte } from "@/lib/catalogue/operations/read-analyte";
import { readCriticalLimits } from "@/lib/catalogue/operations/read-critical-limits";
import { readPanel } from "@/lib/catalogue/operations/read-panel";
import { readTest } from "@/lib/catalogue/operations/read-test";
import { retireAnalyte } from "@/lib/catalogue/operations/retire-analyte";
import { retirePanel } from "@/lib/catalogue/operations/retire-panel";
import { retireReferenceInterval } from "@/lib/catalogue/operations/retire-reference-interval";
import { retireTest } from "@/lib/catalogue/operations/retire-test";
import { setCriticalLimits } from "@/lib/catalogue/operations/set-critical-limits";
import { setPrice } from "@/lib/catalogue/operations/set-price";
import { openDashboard } from "@/lib/dashboard/operations/open-dashboard";
import type { AnyOperation } from "@/lib/infra/operation";
import { acceptInvitation } from "@/lib/laboratories/operations/accept-invitation";
import { acceptInvitationInBrowser } from "@/lib/laboratories/operations/accept-invitation-in-browser";
import { addProvider } from "@/lib/laboratories/operations/add-provider";
import { changeMember } from "@/lib/laboratories/operations/change-member";
import { changeProvider } from "@/lib/laboratories/operations/change-provider";
import { changeSettings } from "@/lib/laboratories/operations/change-settings";
import { checkAvailability } from "@/lib/laboratories/operations/check-availability";
import { confirmLaboratory } from "@/lib/laboratories/operations/confirm-laboratory";
import { confirmLaboratoryInBrowser } from "@/lib/laboratories/operations/confirm-laboratory-in-browser";
import {
  foundOwnLaboratory,
  foundOwnLaboratoryInBrowser,
} from "@/lib/laboratories/operations/found-own-laboratory";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { listInvitations } from "@/lib/laboratories/operations/list-invitations";
import { listMembers } from "@/lib/laboratories/operations/list-members";
import { listProviders } from "@/lib/laboratories/operations/list-providers";
import { openInvitationLink } from "@/lib/laboratories/operations/open-invitation-link";
import { openMember } from "@/lib/laboratories/operations/open-member";
import { openProvider } from "@/lib/laboratories/operations/open-provider";
import { openSettings } from "@/lib/laboratories/operations/open-settings";
import { readLogo } from "@/lib/laboratories/operations/read-logo";
import { registerStaff } from "@/lib/laboratories/operations/register-staff";
import { remindInvited } from "@/lib/laboratories/operations/remind-invited";
import { removeLogo } from "@/lib/laboratories/operations/remove-logo";
import { removeMember } from "@/lib/laboratories/operations/remove-member";
import { resendInvitation } from "@/lib/laboratories/operations/resend-invitation";
import { resendLaboratoryCode } from "@/lib/laboratories/operations/resend-laboratory-code";
import { retireProvider } from "@/lib/laboratories/operations/retire-provider";
import { setLogo } from "@/lib/laboratories/operations/set-logo";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";
import { withdrawInvitation } from "@/lib/laboratories/operations/withdraw-invitation";
import { deliverMail } from "@/lib/mailbox/operations/deliver-mail";
import { forgetMailBodies } from "@/lib/mailbox/operations/forget-mail-bodies";
import { listMails } from "@/lib/mailbox/operations/list-mails";
import { readMailbox } from "@/lib/mailbox/operations/read-mailbox";
import { resendMail } from "@/lib/mailbox/operations/resend-mail";
import { tellOfDeadLetters } from "@/lib/mailbox/operations/tell-of-dead-letters";
import { wakeMails } from "@/lib/mailbox/operations/wake-mails";
import { actOnAccounts } from "@/lib/operator/operations/act-on-accounts";
import { actOnMails } from "@/lib/operator/operations/act-on-mails";
import { actOnProviders } from "@/lib/operator/operations/act-on-providers";
import { actOnRegistrations } from "@/lib/operator/operations/act-on-registrations";
import { actOnSuspicions } from "@/lib/operator/operations/act-on-suspicions";
import { actOnTasks } from "@/lib/operator/operations/act-on-tasks";
import { disableAccount } from "@/lib/operator/operations/disable-account";
import { enableAccount } from "@/lib/operator/operations/enable-account";
import { endAccountSessions } from "@/lib/operator/operations/end-account-sessions";
import { listAccounts } from "@/lib/operator/operations/list-accounts";
import { listEmailVerifications } from "@/lib/operator/operations/list-email-verifications";
import { listLaboratories } from "@/lib/operator/operations/list-laboratories";
import { listPendingRegistrations } from "@/lib/operator/operations/list-pending-registrations";
import { listPreRegistrations } from "@/lib/operator/operations/list-pre-registrations";
import { listClinicians } from "@/lib/operator/operations/list-providers";
import { listResetRequests } from "@/lib/operator/operations/list-reset-requests";
import { listVerificationCodes } from "@/lib/operator/operations/list-verification-codes";
import { lockAccount } from "@/lib/operator/operations/lock-account";
import { makeOperator } from "@/lib/operator/operations/make-operator";
import { openAccount } from "@/lib/operator/operations/open-account";
import { openLaboratory } from "@/lib/operator/operations/open-laboratory";
import { openOverview } from "@/lib/operator/operations/open-overview";
import { readCollectionsStatus } from "@/lib/operator/operations/read-collections-status";
import { rejectClinician } from "@/lib/operator/operations/reject-provider";
import { resendPendingRegistration } from "@/lib/operator/operations/resend-registration";
import { restoreEmail } from "@/lib/operator/operations/restore-email";
import { resumeLaboratory } from "@/lib/operator/operations/resume-laboratory";
import { suspendLaboratory } from "@/lib/operator/operations/suspend-laboratory";
import { tellPreRegistrations } from "@/lib/operator/operations/tell-pre-registrations";
import { unlockAccount } from "@/lib/operator/operations/unlock-account";
import { verifyClinician } from "@/lib/operator/operations/verify-provider";
import { deletePendingRegistration } from "@/lib/operator/operations/withdraw-registration";
import { cancelItem } from "@/lib/orders/operations/cancel-item";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { changeOrder } from "@/lib/orders/operations/change-order";
import { findOrderables } from "@/lib/orders/operations/find-orderables";
import { findPatientsToOrderFor } from "@/lib/orders/operations/find-patients-to-order-for";
import { listCollections } from "@/lib/orders/operations/list-collections";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { listPatientOrders } from "@/lib/orders/operations/list-patient-orders";
import { openOrder } from "@/lib/orders/operations/open-order";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { correctPatient } from "@/lib/patients/operations/correct-patient";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { openPatient } from "@/lib/patients/operations/open-patient";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { actOnSamples } from "@/lib/reports/operations/act-on-samples";
import { checkReport } from "@/lib/reports/operations/check-report";
import { listReports } from "@/lib/reports/operations/list-reports";
import { openReport } from "@/lib/reports/operations/open-report";
import { printReport } from "@/lib/reports/operations/print-report";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { releaseResult } from "@/lib/reports/operations/release-result";
import { releaseSample } from "@/lib/reports/operations/release-samples";
import { withdrawReport } from "@/lib/reports/operations/withdraw-report";
import { amendResult } from "@/lib/results/operations/amend-result";
import { cancelResult } from "@/lib/results/operations/cancel-result";
import { enterResults } from "@/lib/results/operations/enter-results";
import { listCriticalNotifications } from "@/lib/results/operations/list-critical-notifications";
import { listPatientResults } from "@/lib/results/operations/list-patient-results";
import { listResults } from "@/lib/results/operations/list-results";
import { listWorklist } from "@/lib/results/operations/list-worklist";
import { listWouldChange } from "@/lib/results/operations/list-would-change";
import { openCriticals } from "@/lib/results/operations/open-criticals";
import { openGrid } from "@/lib/results/operations/open-grid";
import { openResult } from "@/lib/results/operations/open-result";
import { recordCriticalNotification } from "@/lib/results/operations/record-critical-notification";
import { releaseQueue } from "@/lib/results/operations/release-queue";
import { retestResult } from "@/lib/results/operations/retest-result";
import { verificationQueue } from "@/lib/results/operations/verification-queue";
import { verifyResult } from "@/lib/results/operations/verify-result";
import { verifyResults } from "@/lib/results/operations/verify-results";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { collectSample } from "@/lib/samples/operations/collect-samples";
import { correctCollection } from "@/lib/samples/operations/correct-collection";
import { disposeOfSample } from "@/lib/samples/operations/dispose-of-samples";
import { listSamples } from "@/lib/samples/operations/list-samples";
import { openByBarcode } from "@/lib/samples/operations/open-by-barcode";
import { openSample } from "@/lib/samples/operations/open-sample";
import { printLabel } from "@/lib/samples/operations/print-label";
import { printOrderLabels } from "@/lib/samples/operations/print-order-labels";
import { rejectSample } from "@/lib/samples/operations/reject-samples";
import { scanSample } from "@/lib/samples/operations/scan-sample";
import { storeSample } from "@/lib/samples/operations/store-samples";
import { cancelTask } from "@/lib/tasks/operations/cancel-task";
import { cleanUp } from "@/lib/tasks/operations/clean-up";
import { downloadExport } from "@/lib/tasks/operations/download-export";
import { listLaboratoryIds } from "@/lib/tasks/operations/list-laboratory-ids";
import { listSchedules } from "@/lib/tasks/operations/list-schedules";
import { listTasks } from "@/lib/tasks/operations/list-tasks";
import { lookAround } from "@/lib/tasks/operations/look-around";
import { openTask } from "@/lib/tasks/operations/open-task";
import { pauseSchedule } from "@/lib/tasks/operations/pause-schedule";
import { requestTask } from "@/lib/tasks/operations/request-task";
import { resumeSchedule } from "@/lib/tasks/operations/resume-schedule";
import { retryTask } from "@/lib/tasks/operations/retry-task";
import { runScheduleNow } from "@/lib/tasks/operations/run-schedule-now";
import { tidyLaboratory } from "@/lib/tasks/operations/tidy-laboratory";
import { writeExportChunk } from "@/lib/tasks/operations/write-export-chunk";

/**
 * Every operation there is. The documents, the permission matrix, the limits table, the audit vocabulary and
 * the contract tests are read off this list; only they may import it, so that a route loads just its own.
 */
export const registry: readonly AnyOperation[] = [
  // accounts
  login,
  startBrowserSession,
  askPasskeyForSecondStep,
  verifySecondStep,
  verifySecondStepInBrowser,
  openSecondStep,
  askPasskeyToSignIn,
  loginWithPasskey,
  startPasskeySession,
  reauthenticate,
  askPasskeyToConfirm,
  confirmIdentityInBrowser,
  lockScreen,
  unlockScreen,
  stayAwake,
  readSecondFactors,
  enrolTotp,
  removeTotp,
  confirmTotp,
  confirmTotpInBrowser,
  renewRecoveryCodes,
  listPasskeys,
  addPasskey,
  addPasskeyInBrowser,
  orderPasskey,
  renamePasskey,
  removePasskey,
  openBrowserSession,
  refreshTokens,
  logout,
  logoutAll,
  endSession,
  listSessions,
  endOtherSession,
  readMe,
  changeEmail,
  changePassword,
  confirmEmailChangeLink,
  openOwnEmailChange,
  openEmailChangeLink,
  checkResetLink,
  openResetLink,
  openNotMeLink,
  reportNotMe,
  forgotPassword,
  requestPasswordReset,
  resetByCode,
  resetByLink,
  withdrawEmailChange,
  withdrawEmailChangeByLink,
  changeMyProfile,
  setAvatar,
  removeMyAvatar,
  readAvatar,
  validateToken,
  rotateSigningKeys,
  listDevices,
  forgetDevice,
  openSessionsPage,
  listSuspicions,
  reviewSuspicion,
  listApiKeys,
  createApiKey,
  openApiKey,
  rotateApiKey,
  revokeApiKey,
  // laboratories
  signUpLaboratory,
  confirmLaboratory,
  confirmLaboratoryInBrowser,
  checkAvailability,
  openSettings,
  setLogo,
  removeLogo,
  readLogo,
  changeSettings,
  listMembers,
  openMember,
  changeMember,
  removeMember,
  listInvitations,
  inviteMember,
  resendInvitation,
  withdrawInvitation,
  openInvitationLink,
  acceptInvitation,
  acceptInvitationInBrowser,
  listProviders,
  addProvider,
  openProvider,
  changeProvider,
  retireProvider,
  // catalogue
  listSampleTypes,
  listTests,
  addTest,
  readTest,
  changeTest,
  retireTest,
  listPanels,
  addPanel,
  readPanel,
  changePanel,
  retirePanel,
  listAnalytes,
  addAnalyte,
  readAnalyte,
  changeAnalyte,
  retireAnalyte,
  listReferenceIntervals,
  addReferenceInterval,
  retireReferenceInterval,
  readCriticalLimits,
  setCriticalLimits,
  listPrices,
  setPrice,
  // patients
  listPatients,
  registerPatient,
  openPatient,
  correctPatient,
  // orders
  cancelItem,
  cancelOrder,
  changeOrder,
  listCollections,
  listOrders,
  listPatientOrders,
  openOrder,
  findOrderables,
  findPatientsToOrderFor,
  placeOrder,
  // samples
  accessionSample,
  collectSample,
  correctCollection,
  disposeOfSample,
  listSamples,
  openByBarcode,
  openSample,
  printLabel,
  printOrderLabels,
  rejectSample,
  scanSample,
  storeSample,
  // results
  enterResults,
  verifyResults,
  verifyResult,
  retestResult,
  cancelResult,
  amendResult,
  listResults,
  openResult,
  listPatientResults,
  listCriticalNotifications,
  recordCriticalNotification,
  listWorklist,
  openGrid,
  verificationQueue,
  releaseQueue,
  openCriticals,
  listWouldChange,
  // reports
  releaseOrder,
  releaseSample,
  releaseResult,
  actOnSamples,
  listReports,
  openReport,
  printReport,
  withdrawReport,
  checkReport,
  // billing
  listInvoices,
  createInvoice,
  openInvoice,
  changeInvoice,
  issueInvoice,
  voidInvoice,
  printInvoice,
  recordPayment,
  refundPayment,
  openWholeOrder,
  // dashboard
  openDashboard,
  // audit
  listAuditEvents,
  readTimeline,
  listPlatformEvents,
  sealAudit,
  // mailbox
  readMailbox,
  listMails,
  resendMail,
  deliverMail,
  wakeMails,
  forgetMailBodies,
  // operator
  openOverview,
  listLaboratories,
  openLaboratory,
  suspendLaboratory,
  resumeLaboratory,
  listAccounts,
  openAccount,
  lockAccount,
  unlockAccount,
  disableAccount,
  enableAccount,
  endAccountSessions,
  restoreEmail,
  listResetRequests,
  readCollectionsStatus,
  actOnProviders,
  actOnRegistrations,
  actOnAccounts,
  actOnSuspicions,
  actOnMails,
  actOnTasks,
  makeOperator,
  // registration and codes
  registerAsPatient,
  registerPatientAccount,
  registerAsDoctor,
  registerAsProvider,
  registerProvider,
  registerPractice,
  verifyCode,
  verifyLink,
  confirmByCodeInBrowser,
  confirmByLinkInBrowser,
  openVerificationLink,
  resendProviderVerification,
  resendVerification,
  requestSignInCode,
  signInByCode,
  signInByCodeInBrowser,
  generateCode,
  verifyProviderEmail,
  openClinician,
  changePractice,
  listSpecializations,
  preRegister,
  confirmPreRegistration,
  openPreRegistrationLink,
  registerStaff,
  resendLaboratoryCode,
  foundOwnLaboratory,
  foundOwnLaboratoryInBrowser,
  // operators: registrations, codes, providers
  listPendingRegistrations,
  deletePendingRegistration,
  resendPendingRegistration,
  listVerificationCodes,
  listEmailVerifications,
  listClinicians,
  verifyClinician,
  rejectClinician,
  listPreRegistrations,
  tellPreRegistrations,
  // tasks
  requestTask,
  openTask,
  downloadExport,
  writeExportChunk,
  lookAround,
  cleanUp,
  tidyLaboratory,
  listLaboratoryIds,
  listTasks,
  retryTask,
  cancelTask,
  listSchedules,
  runScheduleNow,
  pauseSchedule,
  resumeSchedule,
  tellOfDeadLetters,
  remindInvited,
];
