/** Why a step ends a run. State machines know errors by these names. */

/** The tenant has switched enrichment off: nothing of theirs is sent to a model. */
export class EnrichmentOff extends Error {
  override name = 'EnrichmentOff';
  constructor() {
    super('Enrichment is switched off. Switch it on in the settings of enrichment and ask again.');
  }
}

/** A person has cancelled the run, or it is over for another reason. */
export class EnrichmentCancelled extends Error {
  override name = 'EnrichmentCancelled';
}

/** What was to be enriched, or the run itself, is not there any more. */
export class EnrichmentGone extends Error {
  override name = 'EnrichmentGone';
}

/** A call would go over the limits of the month. */
export class BudgetExhausted extends Error {
  override name = 'BudgetExhausted';
}

/** A model answered what cannot be right. Worth trying again. */
export class NonsenseAnswer extends Error {
  override name = 'NonsenseAnswer';
}

/** Errors that another attempt would only repeat. */
const FINAL = new Set(['EnrichmentOff', 'EnrichmentCancelled', 'EnrichmentGone', 'BudgetExhausted']);

export const isFinal = (name: string): boolean => FINAL.has(name);
