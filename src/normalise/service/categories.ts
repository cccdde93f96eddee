import data from '../data/treatment-categories.json' with { type: 'json' };

interface TreatmentCategory {
  /** Our spelling: "Group > Subgroup". */
  readonly category: string;
  /** The one option of the DWC's search page that it stands for, to the letter. */
  readonly official: string;
  /** Further options of that page that mean the same. */
  readonly alsoOfficial?: readonly string[];
}

/** The DWC's treatment request categories. */
export const treatmentCategories: readonly TreatmentCategory[] = data.categories;

const byCategory = new Map(treatmentCategories.map((entry) => [entry.category, entry]));

/** The option of the DWC's search page for one of our categories, with that page's spelling mistakes. */
export function officialCategory(category: string): string | undefined {
  return byCategory.get(category)?.official;
}
