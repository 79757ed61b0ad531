import type { Clinician } from "./repository.providers";
import type { ProviderView } from "./schema.registrations";

export function presentClinician(row: Clinician): ProviderView {
  const { account, clinicStreet: street, clinicCity: city, clinicState: state, clinicZip: zip } = row;
  const hasClinic = street !== null && city !== null && state !== null && zip !== null;
  return {
    providerId: row.accountId,
    publicId: account.publicId,
    email: account.email,
    emailVerified: account.emailVerifiedAt !== null,
    firstName: account.firstName,
    lastName: account.lastName,
    phoneNumber: row.phone,
    specialization: row.specialization,
    licenseNumber: row.licenseNumber,
    yearsOfExperience: row.yearsOfExperience,
    clinicAddress: hasClinic ? { street, city, state, zip } : null,
    verificationStatus: row.state,
    reason: row.reason,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
