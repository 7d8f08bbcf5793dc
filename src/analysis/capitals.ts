/** Capitals and seats of government in English by ISO 3166-1 code of their country; names that are common words are left out. */
const TABLE = `
AD Andorra la Vella; AE Abu Dhabi; AF Kabul; AL Tirana; AM Yerevan; AO Luanda; AR Buenos Aires; AT Vienna; AU Canberra;
AZ Baku; BA Sarajevo; BB Bridgetown; BD Dhaka; BE Brussels; BF Ouagadougou; BG Sofia; BH Manama; BI Gitega; BI Bujumbura;
BJ Porto-Novo; BN Bandar Seri Begawan; BO La Paz; BR Brasilia; BS Nassau; BT Thimphu; BW Gaborone; BY Minsk; BZ Belmopan;
CA Ottawa; CD Kinshasa; CF Bangui; CG Brazzaville; CH Bern; CH Berne; CI Abidjan; CI Yamoussoukro; CL Santiago; CM Yaounde;
CN Beijing; CN Peking; CO Bogota; CR San Jose; CU Havana; CV Praia; CY Nicosia; CZ Prague; DE Berlin; DJ Djibouti;
DK Copenhagen; DO Santo Domingo; DZ Algiers; EC Quito; EE Tallinn; EG Cairo; ER Asmara; ES Madrid; ET Addis Ababa;
FI Helsinki; FJ Suva; FR Paris; GA Libreville; GB London; GE Tbilisi; GH Accra; GM Banjul; GN Conakry; GR Athens;
GY Georgetown; HN Tegucigalpa; HR Zagreb; HT Port-au-Prince; HU Budapest; ID Jakarta; IE Dublin; IL Jerusalem; IN Delhi;
IN New Delhi; IQ Baghdad; IR Tehran; IS Reykjavik; IT Rome; JM Kingston; JO Amman; JP Tokyo; KE Nairobi; KG Bishkek;
KH Phnom Penh; KP Pyongyang; KR Seoul; KW Kuwait City; KZ Astana; LA Vientiane; LB Beirut; LK Colombo; LR Monrovia;
LS Maseru; LT Vilnius; LV Riga; LY Tripoli; MA Rabat; MD Chisinau; ME Podgorica; MG Antananarivo; MK Skopje; ML Bamako;
MM Naypyidaw; MM Rangoon; MN Ulaanbaatar; MR Nouakchott; MT Valletta; MU Port Louis; MW Lilongwe; MX Mexico City;
MY Kuala Lumpur; MZ Maputo; NA Windhoek; NE Niamey; NG Abuja; NI Managua; NL Amsterdam; NL The Hague; NO Oslo;
NP Kathmandu; NZ Wellington; OM Muscat; PA Panama City; PE Lima; PG Port Moresby; PH Manila; PK Islamabad; PL Warsaw;
PT Lisbon; PY Asuncion; QA Doha; RO Bucharest; RS Belgrade; RU Moscow; RW Kigali; SA Riyadh; SD Khartoum; SE Stockholm;
SI Ljubljana; SK Bratislava; SL Freetown; SN Dakar; SO Mogadishu; SR Paramaribo; SV San Salvador; SY Damascus; TD Ndjamena;
TG Lome; TH Bangkok; TJ Dushanbe; TM Ashgabat; TN Tunis; TR Ankara; TW Taipei; TZ Dodoma; UA Kyiv; UA Kiev; UG Kampala;
US Washington; US Washington DC; UY Montevideo; UZ Tashkent; VA Vatican; VE Caracas; VN Hanoi; YE Sanaa; ZA Pretoria;
ZA Cape Town; ZM Lusaka; ZW Harare`;

/** Pairs of country code and capital. */
export const CAPITALS: readonly (readonly [string, string])[] = TABLE.split(';').map((entry) => {
  const line = entry.trim();
  return [line.slice(0, 2), line.slice(3).replace(/\s+/gu, ' ')];
});
