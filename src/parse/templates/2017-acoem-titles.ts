import { headerTable2016 } from './2016-header-table.js';
import type { Template } from './template.js';

/**
 * From December 2017 on, when the MTUS took over the ACOEM guidelines as a whole: "MTUS Low Back Disorders 2019,
 * Section(s): …". The letter itself, as far as is known, looks as before, and what differs are the titles that may be
 * cited; so the era is told by the latest date of the header, not by the form. A letter without dates is read as one
 * of 2016, to the same result.
 *
 * Evidence: the titles and their years are those of MAXIMUS's own tables; no letter of these years was seen, so its
 * words are taken to be those of 2016 and 2017.
 */
export const acoemTitles2017: Template = {
  ...headerTable2016,
  name: '2017-acoem-titles',
  follows: { template: headerTable2016.name, from: '2017-12-01' },
};
