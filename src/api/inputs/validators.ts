import { ValidateBy, type ValidationOptions } from 'class-validator';
import { groupingProblem, type CriterionGrouping } from '../../query/criterion-filter.js';
import { dimensionsProblem, type Dimension } from '../../query/dimensions.js';
import { decodeCursor } from '../cursor.js';

/** The value is a cursor that this API gave out. */
export function IsCursor(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCursor',
      validator: {
        validate: (value) => typeof value === 'string' && decodeCursor(value) !== undefined,
        defaultMessage: (args) => `${args?.property} must be an endCursor of this list`,
      },
    },
    options,
  );
}

/** The value is not greater than that of another property of the same object, if both are there. */
export function NotAfter(other: string, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'notAfter',
      constraints: [other],
      validator: {
        validate: (value: string | number, args) => {
          const limit = (args?.object as Record<string, string | number | null | undefined>)[other];
          return limit === null || limit === undefined || value <= limit;
        },
        defaultMessage: (args) => `${args?.property} must not be after ${other}`,
      },
    },
    options,
  );
}

/** The level is one that letters cite: criteria are applied, not cited. */
export function IsCitable(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCitable',
      validator: {
        validate: (value) => value !== 'CRITERION',
        defaultMessage: (args) => `${args?.property} must be above criteria, which criterionOutcomes counts`,
      },
    },
    options,
  );
}

/** The groupings go together. */
export function IsGrouping(options?: ValidationOptions): PropertyDecorator {
  const problemOf = (value: unknown) => groupingProblem(value as CriterionGrouping[]);
  return ValidateBy(
    {
      name: 'isGrouping',
      validator: {
        validate: (value) => problemOf(value) === undefined,
        defaultMessage: (args) => `${args?.property} ${problemOf(args?.value) ?? ''}`,
      },
    },
    options,
  );
}

/** The dimensions go together. */
export function AreDimensions(options?: ValidationOptions): PropertyDecorator {
  const problemOf = (value: unknown) => dimensionsProblem(value as Dimension[]);
  return ValidateBy(
    {
      name: 'areDimensions',
      validator: {
        validate: (value) => problemOf(value) === undefined,
        defaultMessage: (args) => `${args?.property} ${problemOf(args?.value) ?? ''}`,
      },
    },
    options,
  );
}
