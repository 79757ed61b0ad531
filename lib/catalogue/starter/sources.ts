/** Where a figure comes from. For a web page that is revised in place, `year` is when it was consulted. */
export type Source = { title: string; year: number; locator: string };

/**
 * What a laboratory must know before it relies on this catalogue. Published intervals depend on
 * population, method and instrument.
 */
export const STARTER_CAVEAT =
  "Starter figures come from published sources, not from this laboratory. Before use, verify every reference " +
  "interval for your own population and methods (CLSI EP28-A3c; ISO 15189:2022, 7.3.5) and agree the critical " +
  "limits with the clinicians you serve (CLSI GP47).";

/** Each figure of the starter catalogue names one of these. Unit conversions are stated in the locator. */
export const SOURCES = {
  nordin2004: {
    title:
      "A multicentre study of reference intervals for haemoglobin, basic blood cell counts and erythrocyte indices in the adult population of the Nordic countries",
    year: 2004,
    locator:
      "Scand J Clin Lab Invest 2004;64:385–398, abstract; DOI 10.1080/00365510410002797. g/L ÷ 10, fraction × 100",
  },
  dallman1977: {
    title: "Dallman PR. Blood and blood-forming tissues. In: Rudolph A (ed.), Pediatrics, 16th ed.",
    year: 1977,
    locator:
      "Red cells p. 1111, reprinted in Nathan and Oski's Hematology of Infancy and Childhood, 5th ed., appendix 11, mean ± 2 SD; leukocytes by age in the same text; a row given for one age is applied until the next row",
  },
  davis2023: {
    title:
      "Davis's Comprehensive Manual of Laboratory and Diagnostic Tests With Nursing Implications, 10th ed.",
    year: 2023,
    locator:
      "Complete Blood Count, WBC Count and Differential, age table. The row for birth is applied to the first 24 hours",
  },
  henry2011: {
    title:
      "McPherson RA, Pincus MR (eds). Henry's Clinical Diagnosis and Management by Laboratory Methods, 22nd ed.",
    year: 2011,
    locator: "Leukocyte differential, absolute counts, adults",
  },
  dacie2017: {
    title: "Bain BJ, Bates I, Laffan MA (eds). Dacie and Lewis Practical Haematology, 12th ed.",
    year: 2017,
    locator: "Chapter 2, haematological values for normal adults: RDW (CV) 12.8 ± 1.2 %",
  },
  pedsap2018: {
    title:
      "American College of Clinical Pharmacy. Pediatric Self-Assessment Program: reference values for common laboratory tests",
    year: 2018,
    locator:
      "Serum chemistries and haematology tables. Magnesium in mEq/L × 1.215. “Child” is applied from 1 month, “adolescent” from 12 years",
  },
  who2024: {
    title: "WHO guideline on haemoglobin cutoffs to define anaemia in individuals and populations",
    year: 2024,
    locator: "Geneva: World Health Organization; recommended cutoffs, pregnancy by trimester",
  },
  medlineplus: {
    title: "MedlinePlus Medical Encyclopedia, US National Library of Medicine",
    year: 2026,
    locator:
      "medlineplus.gov/ency: prothrombin time 003652, partial thromboplastin time 003653, fibrinogen 003650",
  },
  esc2019: {
    title: "2019 ESC guidelines for the diagnosis and management of acute pulmonary embolism",
    year: 2020,
    locator: "Eur Heart J 2020;41:543–603, section 4.3 (age-adjusted D-dimer); DOI 10.1093/eurheartj/ehz405",
  },
  rustad2004: {
    title:
      "The Nordic Reference Interval Project 2000: recommended reference intervals for 25 common biochemical properties",
    year: 2004,
    locator:
      "Scand J Clin Lab Invest 2004;64:271–284; DOI 10.1080/00365510410006324. SI to mg/dL: creatinine ÷ 88.42, urea nitrogen × 2.801, urate ÷ 59.48, calcium × 4.008, phosphate × 3.097, magnesium × 2.431, bilirubin ÷ 17.10, iron × 5.585 (µg/dL)",
  },
  tate2016: {
    title: "Evidence-based harmonised reference intervals",
    year: 2016,
    locator:
      "eJIFCC 2016;27:48–65, Table 3 (PMC4975217): Australasian consensus; bicarbonate from the United Kingdom consensus",
  },
  caliper2012: {
    title:
      "Colantonio DA et al. Closing the gaps in pediatric laboratory reference intervals: a CALIPER database of 40 biochemical markers",
    year: 2012,
    locator: "Clin Chem 2012;58:854–868; DOI 10.1373/clinchem.2011.177741. Abbott ARCHITECT",
  },
  caliper2013: {
    title:
      "Bailey D et al. Marked biological variance in endocrine and biochemical markers in childhood (CALIPER)",
    year: 2013,
    locator: "Clin Chem 2013;59:1393–1405. Abbott ARCHITECT",
  },
  ifcc2010: {
    title: "Common reference intervals for AST, ALT and GGT in serum: results from an IFCC multicenter study",
    year: 2010,
    locator: "Clin Chem Lab Med 2010;48:1593–1601, abstract; DOI 10.1515/CCLM.2010.315",
  },
  usmle2019: {
    title: "USMLE laboratory values, in: First Aid for the USMLE Step 1 2020",
    year: 2019,
    locator: "Front matter, selected laboratory values: direct bilirubin",
  },
  ada2024: {
    title:
      "American Diabetes Association. Diagnosis and classification of diabetes: Standards of Care in Diabetes—2024",
    year: 2024,
    locator:
      "Diabetes Care 2024;47(Suppl 1):S20–S42, tables 2.1, 2.2 and 2.8; hypoglycaemia level 1, S111–S125",
  },
  ncep2001: {
    title: "Executive summary of the Third Report of the NCEP Expert Panel (Adult Treatment Panel III)",
    year: 2001,
    locator: "JAMA 2001;285:2486–2497, Table 2; DOI 10.1001/jama.285.19.2486",
  },
  nhlbi2011: {
    title:
      "Expert Panel on Integrated Guidelines for Cardiovascular Health and Risk Reduction in Children and Adolescents",
    year: 2011,
    locator:
      "Pediatrics 2011;128(Suppl 5):S213–S256, table of acceptable, borderline-high and high concentrations",
  },
  dati1996: {
    title: "Consensus on guidelines for interim reference ranges for 14 proteins in serum (CRM 470)",
    year: 1996,
    locator: "Eur J Clin Chem Clin Biochem 1996;34:517–520, adults",
  },
  whoFerritin2020: {
    title:
      "WHO guideline on use of ferritin concentrations to assess iron status in individuals and populations",
    year: 2020,
    locator: "Recommended cut-offs, apparently healthy individuals; NCBI Bookshelf NBK569880",
  },
  benoist2008: {
    title: "de Benoist B. Conclusions of a WHO technical consultation on folate and vitamin B12 deficiencies",
    year: 2008,
    locator:
      "Food Nutr Bull 2008;29(2 Suppl):S238–S244: folate 10 nmol/L (4 ng/mL), vitamin B12 150 pmol/L (203 pg/mL)",
  },
  nhanes2002: {
    title:
      "Hollowell JG et al. Serum TSH, T4 and thyroid antibodies in the United States population (NHANES III)",
    year: 2002,
    locator: "J Clin Endocrinol Metab 2002;87:489–499, reference population",
  },
  ata2017: {
    title:
      "2017 guidelines of the American Thyroid Association for thyroid disease during pregnancy and the postpartum",
    year: 2017,
    locator:
      "Thyroid 2017;27:315–389, recommendation 1; DOI 10.1089/thy.2016.0457. Lower limit: the adult limit less 0.4",
  },
  jayasuriya2018: {
    title: "Reference intervals for neonatal thyroid function tests in the first 7 days of life",
    year: 2018,
    locator:
      "J Pediatr Endocrinol Metab 2018, abstract; DOI 10.1515/jpem-2018-0007. Free T4 in pmol/L ÷ 12.87",
  },
  kim2017: {
    title:
      "Kim WG et al. TSH reference range and prevalence of thyroid dysfunction in the Korean population (KNHANES 2013–2015)",
    year: 2017,
    locator: "Endocrinol Metab 2017;32:106–114, Table 2, reference population; DOI 10.3803/EnM.2017.32.1.106",
  },
  giannitsis2010: {
    title: "Analytical validation of a high-sensitivity cardiac troponin T assay",
    year: 2010,
    locator: "Clin Chem 2010;56:254–261, abstract: 99th percentile 13.5 ng/L, reported to the whole nanogram",
  },
  snyder2005: {
    title: "Diagnostic considerations in the measurement of human chorionic gonadotropin in aging women",
    year: 2005,
    locator: "Clin Chem 2005;51:1830–1835, abstract",
  },
  simerville2005: {
    title: "Urinalysis: a comprehensive review",
    year: 2005,
    locator: "Am Fam Physician 2005;71:1153–1162, specific gravity and pH",
  },
  kost1990: {
    title: "Critical limits for urgent clinician notification at US medical centers",
    year: 1990,
    locator:
      "JAMA 1990;263:704–707, mean limits; DOI 10.1001/jama.263.5.704. Calcium and glucose in mg/dL from the author's table. Applied to patients of unknown age too",
  },
  kostTable: {
    title:
      "Kost GJ. Table of critical limits. Medical Laboratory Observer, Clinical Laboratory Reference 2023–2024",
    year: 2023,
    locator:
      "p. 8, mean limits of the national survey (JAMA 1990;263:704–707) for tests beyond its abstract. Adult column, applied to patients of unknown age where children have limits of their own; bilirubin is applied to every age, newborns among them",
  },
  kost1991: {
    title: "Critical limits for emergency clinician notification at United States children's hospitals",
    year: 1991,
    locator: "Pediatrics 1991;88:597–603, mean limits. mmol/L to mg/dL: glucose × 18.02, calcium × 4.008",
  },
  loh2018: {
    title: "Derivation of outcome-based pediatric critical values",
    year: 2018,
    locator:
      "Am J Clin Pathol 2018;149:324–331, abstract; DOI 10.1093/ajcp/aqx165. SI to mg/dL as for rustad2004",
  },
  pai2011: {
    title:
      "Critical values in the coagulation laboratory: results of a survey of the North American Specialized Coagulation Laboratory Association",
    year: 2011,
    locator: "Am J Clin Pathol 2011;136:836–841, median values",
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;
