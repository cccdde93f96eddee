import { MAXIMUS_BODY, MAXIMUS_BODY_SIGNS } from './maximus-body.js';
import type { Template } from './template.js';

/**
 * 2014 and 2015: the letters are published from their second page on, so there is no header, no case number and no
 * date but those in the prose. Credentials stand in a sentence or below labels.
 *
 * Evidence: whole letters were read.
 */
export const noHeader2014: Template = {
  ...MAXIMUS_BODY,
  name: '2014-no-header',
  signs: MAXIMUS_BODY_SIGNS,
  ruledOutBy: ['Case Number:', 'Date Assigned:'],
};
