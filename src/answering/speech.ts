/** Words that report what somebody said. */
export const SPEECH =
  /\b(?:said|stated|told|emphasi[sz]ed|explained|added|responded|remarked|noted|argued|according to|announced|stressed|expressed)\b/iu;
