export { CITY_FACTS } from './cityFacts.js';
export { cityRecord } from './cityRecord.js';
export { type CityTable, cityRows } from './cityRows.js';
export { type City, sampleCity } from './sampleCity.js';
