package io.inyeon.core.govern;

/// On what the use of people's data rests. GDPR art. 6 (1) a to f; KR PIPA art. 15 (1).
public enum LegalBasis {
  CONSENT,
  CONTRACT,
  LEGITIMATE_INTEREST,
  LEGAL_OBLIGATION,
  VITAL,
  PUBLIC
}
