import type { Disputed } from './items.js';
import type { Dates, Era, Grounds, Item, Party } from './letter.js';
import { planMtus } from './mtus.js';
import { planOutside } from './odg.js';
import type { Random } from './random.js';

/** Of a hundred items, how many each party decides by the MTUS, and by something else. */
const SHARES: Readonly<Record<Party, { mtus: number; outside: number }>> = {
  CLAIMS_ADMINISTRATOR: { mtus: 0.62, outside: 0.2 },
  EXPERT_REVIEWER: { mtus: 0.78, outside: 0.16 },
};

const NOTHING: Grounds = { basis: 'NONE', mtus: [], outside: [] };

/** What both parties cite. The reviewer often cites the same guideline; neither cites any for a dependent item. */
export function planGrounds(random: Random, era: Era, item: Disputed, dates: Dates): Item['grounds'] {
  if (item.family === 'dependent') return { CLAIMS_ADMINISTRATOR: NOTHING, EXPERT_REVIEWER: NOTHING };
  const administrator = planParty(random, era, item, dates, 'CLAIMS_ADMINISTRATOR');
  const agrees = administrator.basis !== 'NONE' && random.chance(0.3);
  const reviewer = agrees ? administrator : planParty(random, era, item, dates, 'EXPERT_REVIEWER');
  return { CLAIMS_ADMINISTRATOR: administrator, EXPERT_REVIEWER: reviewer };
}

function planParty(random: Random, era: Era, item: Disputed, dates: Dates, party: Party): Grounds {
  const { mtus, outside } = SHARES[party];
  const draw = random.below(100) / 100;
  if (draw < mtus) {
    const both = random.chance(0.18);
    return {
      basis: 'MTUS',
      mtus: planMtus(random, era, item, dates, party),
      outside: both ? planOutside(random, item) : [],
    };
  }
  if (draw >= mtus + outside) return NOTHING;
  return { basis: 'OUTSIDE_MTUS', mtus: [], outside: planOutside(random, item) };
}
