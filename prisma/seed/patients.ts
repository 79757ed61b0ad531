/** Whom the demonstration knows. Invented people; the first is the patient of the public NIST test message. */
export type SeedPatient = {
  mrn?: string;
  familyName: string;
  givenName?: string;
  birthDate?: string;
  birthDateEstimated?: boolean;
  sex: "female" | "male" | "other" | "unknown";
  phone?: string;
};

/** In both laboratories, under the same numbers: a leak between them would show at once. */
export const sharedPatients: readonly SeedPatient[] = [
  { mrn: "PATID1234", familyName: "Jones", givenName: "William", birthDate: "1961-06-15", sex: "male" },
  { mrn: "M100001", familyName: "Okafor", givenName: "Ngozi", birthDate: "1988-03-02", sex: "female" },
  { mrn: "M100002", familyName: "Smith", givenName: "Jane", birthDate: "1974-11-30", sex: "female" },
  { mrn: "M100003", familyName: "Smith", givenName: "John", birthDate: "1974-11-30", sex: "male" },
];

export const patientsOf: Record<string, readonly SeedPatient[]> = {
  demo: [
    { familyName: "Nguyễn", givenName: "Thị Hương", birthDate: "1992-08-19", sex: "female" },
    { familyName: "Иванова", givenName: "Мария", birthDate: "1957-01-09", sex: "female" },
    { familyName: "Παπαδόπουλος", givenName: "Γιώργος", birthDate: "1949-05-27", sex: "male" },
    { familyName: "O’Brien-Łukaszewicz", givenName: "Siobhán", birthDate: "2001-12-24", sex: "female" },
    {
      familyName: "Müller",
      givenName: "Jürgen",
      birthDate: "1966-02-28",
      sex: "male",
      phone: "+49 30 901820",
    },
    { familyName: "العلي", givenName: "محمد", birthDate: "1983-07-07", sex: "male" },
    { familyName: "王", givenName: "小明", birthDate: "1995-04-04", sex: "male" },
    { familyName: "Unknown (railway station)", sex: "unknown" },
    {
      familyName: "Haddad",
      givenName: "Layla",
      birthDate: "1990-01-01",
      birthDateEstimated: true,
      sex: "female",
    },
    { familyName: "Björnsdóttir", givenName: "Sigríður", birthDate: "1971-09-13", sex: "female" },
    { familyName: "Mensah", givenName: "Kwame", birthDate: "2016-10-10", sex: "male" },
    { familyName: "Ramoz", birthDate: "1933-12-12", sex: "male" },
    { familyName: "da Silva", givenName: "João Pedro", birthDate: "1979-06-21", sex: "male" },
    { familyName: "Kowalska", givenName: "Zofia", birthDate: "1946-03-15", sex: "female" },
    { familyName: "Patel", givenName: "Anjali", birthDate: "1998-11-05", sex: "female" },
    { familyName: "Taylor", givenName: "Sam", birthDate: "1987-05-18", sex: "other" },
  ],
  northlab: [
    { familyName: "Lindqvist", givenName: "Åsa", birthDate: "1969-10-01", sex: "female" },
    { familyName: "Nieminen", givenName: "Eero", birthDate: "1952-02-17", sex: "male" },
    { familyName: "Hansen", givenName: "Freja", birthDate: "2010-07-23", sex: "female" },
    { familyName: "Petersen", givenName: "Ole", birthDate: "1938-12-05", sex: "male" },
    { familyName: "Virtanen", givenName: "Aino", birthDate: "1994-04-29", sex: "female" },
    { familyName: "Dahl", givenName: "Magnus", birthDate: "1981-08-08", sex: "male" },
  ],
};
