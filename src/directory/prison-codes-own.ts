/**
 * Prisons of Scotland and Northern Ireland. Their names are well known; no public source gives codes, so
 * these three letters are our own. They never end in I, as every code of England and Wales does.
 */
export const scottishPrisons: Readonly<Record<string, string>> = {
  ADW: 'Addiewell',
  BEL: 'Bella Centre',
  BLN: 'Barlinnie',
  CAH: 'Castle Huntly',
  DUM: 'Dumfries',
  EDN: 'Edinburgh',
  GLO: 'Glenochil',
  GRA: 'Grampian',
  GRE: 'Greenock',
  INV: 'Inverness',
  KLM: 'Kilmarnock',
  LLC: 'Lilias Centre',
  LOM: 'Low Moss',
  PER: 'Perth',
  POL: 'Polmont',
  SHO: 'Shotts',
  STG: 'Stirling',
}

export const northernIrishPrisons: Readonly<Record<string, string>> = {
  HBW: 'Hydebank Wood',
  MGB: 'Maghaberry',
  MGN: 'Magilligan',
}
