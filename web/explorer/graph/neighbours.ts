import { graphql, type AnswerOf, type Enum } from '../api/graphql.js';

/** Neighbours of one kind that are shown at first; `totalCount` tells how many there are. */
export const SHOWN = 12;

export const NEIGHBOURS = graphql(`
  query Neighbours($id: ID!, $first: Int!) {
    node(id: $id) {
      __typename
      id
      ... on Case {
        caseNumber
        reviewer {
          id
          specialties
          licensureStates
        }
        ofCase: findings {
          id
          label
          decision
        }
      }
      ... on Finding {
        label
        decision
        case {
          id
          caseNumber
        }
        item {
          id
          name
        }
        citations {
          role
          guideline {
            id
            name
            level
          }
        }
        appliedCriteria(minConfidence: 0.5) {
          status
          criterion {
            id
            name
            level
          }
        }
      }
      ... on Item {
        name
        ofItem: findings(first: $first) {
          totalCount
          nodes {
            id
            label
            decision
          }
        }
      }
      ... on Reviewer {
        specialties
        licensureStates
        cases(first: $first) {
          totalCount
          nodes {
            id
            caseNumber
          }
        }
      }
      ... on Guideline {
        name
        level
        parent {
          id
          name
          level
        }
        children(first: $first) {
          totalCount
          nodes {
            id
            name
            level
          }
        }
        citing: findings(first: $first) {
          totalCount
          nodes {
            id
            label
            decision
          }
        }
        applying: appliedCriteria(first: $first, minConfidence: 0.5) {
          totalCount
          nodes {
            status
            criterion {
              id
              name
              level
            }
            finding {
              id
              label
              decision
            }
          }
        }
      }
    }
  }
`);

type Found = NonNullable<AnswerOf<typeof NEIGHBOURS>['node']>;

export type NodeKind = 'Case' | 'Finding' | 'Item' | 'Reviewer' | 'Guideline' | 'Criterion';

export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Of findings. */
  readonly decision?: Enum<'Decision'> | undefined;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** The type of the relationship, and what tells it from others between the same nodes. */
  readonly name: string;
}

/** A node with all that was asked for around it. */
export interface Neighbourhood {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Neighbours that are not shown. */
  readonly more: number;
}

interface GuidelineNode {
  readonly id: string;
  readonly name: string;
  readonly level: Enum<'GuidelineLevel'>;
}

interface FindingNode {
  readonly id: string;
  readonly label: string;
  readonly decision: Enum<'Decision'>;
}

export function neighbourhoodOf(found: Found): Neighbourhood {
  switch (found.__typename) {
    case 'Case':
      return ofCase(found);
    case 'Finding':
      return ofFinding(found);
    case 'Item':
      return ofItem(found);
    case 'Reviewer':
      return ofReviewer(found);
    case 'Guideline':
      return ofGuideline(found);
    case 'QuarantinedDocument':
      return { nodes: [], edges: [], more: 0 };
  }
}

type Of<Name extends Found['__typename']> = Extract<Found, { __typename: Name }>;

function ofCase({ id, caseNumber, reviewer, ofCase: findings }: Of<'Case'>): Neighbourhood {
  return {
    nodes: [caseNode(id, caseNumber), reviewerNode(reviewer), ...findings.map(findingNode)],
    edges: [
      { from: reviewer.id, to: id, name: 'REVIEWED' },
      ...findings.map((finding) => ({ from: id, to: finding.id, name: 'HAS_FINDING' })),
    ],
    more: 0,
  };
}

function ofFinding(found: Of<'Finding'>): Neighbourhood {
  const { id, case: letter, item, citations, appliedCriteria } = found;
  return {
    nodes: [
      findingNode(found),
      caseNode(letter.id, letter.caseNumber),
      itemNode(item),
      ...citations.map(({ guideline }) => guidelineNode(guideline)),
      ...appliedCriteria.map(({ criterion }) => guidelineNode(criterion)),
    ],
    edges: [
      { from: letter.id, to: id, name: 'HAS_FINDING' },
      { from: id, to: item.id, name: 'DECIDES' },
      ...citations.map(({ role, guideline }) => ({ from: id, to: guideline.id, name: `CITES ${role}` })),
      ...appliedCriteria.map(({ status, criterion }) => ({
        from: id,
        to: criterion.id,
        name: `APPLIES ${status}`,
      })),
    ],
    more: 0,
  };
}

function ofItem({ id, name, ofItem: { nodes, totalCount } }: Of<'Item'>): Neighbourhood {
  return {
    nodes: [itemNode({ id, name }), ...nodes.map(findingNode)],
    edges: nodes.map((finding) => ({ from: finding.id, to: id, name: 'DECIDES' })),
    more: totalCount - nodes.length,
  };
}

function ofReviewer({
  id,
  specialties,
  licensureStates,
  cases: { nodes, totalCount },
}: Of<'Reviewer'>): Neighbourhood {
  return {
    nodes: [
      reviewerNode({ id, specialties, licensureStates }),
      ...nodes.map((each) => caseNode(each.id, each.caseNumber)),
    ],
    edges: nodes.map((letter) => ({ from: id, to: letter.id, name: 'REVIEWED' })),
    more: totalCount - nodes.length,
  };
}

function ofGuideline(found: Of<'Guideline'>): Neighbourhood {
  const { id, level, parent, children, citing, applying } = found;
  const isCriterion = level === 'CRITERION';
  // What is applied are criteria: those below are its children, and are shown as these.
  const applied = isCriterion ? applying.nodes.filter(({ criterion }) => criterion.id === id) : [];
  const cited = isCriterion ? [] : citing.nodes;
  return {
    nodes: [
      guidelineNode(found),
      ...(parent === null ? [] : [guidelineNode(parent)]),
      ...children.nodes.map(guidelineNode),
      ...cited.map(findingNode),
      ...applied.map(({ finding }) => findingNode(finding)),
    ],
    edges: [
      ...(parent === null ? [] : [{ from: id, to: parent.id, name: 'PART_OF' }]),
      ...children.nodes.map((child) => ({ from: child.id, to: id, name: 'PART_OF' })),
      // A finding may cite something below it.
      ...cited.map((finding) => ({ from: finding.id, to: id, name: 'CITES it or below' })),
      ...applied.map(({ status, finding }) => ({ from: finding.id, to: id, name: `APPLIES ${status}` })),
    ],
    more:
      children.totalCount -
      children.nodes.length +
      (isCriterion ? applying.totalCount - applied.length : citing.totalCount - cited.length),
  };
}

function caseNode(id: string, caseNumber: string | null): GraphNode {
  return { id, kind: 'Case', label: caseNumber ?? 'letter without a number' };
}

function findingNode({ id, label, decision }: FindingNode): GraphNode {
  return { id, kind: 'Finding', label, decision };
}

function itemNode({ id, name }: { readonly id: string; readonly name: string }): GraphNode {
  return { id, kind: 'Item', label: name };
}

interface ReviewerParts {
  readonly id: string;
  readonly specialties: readonly string[];
  readonly licensureStates: readonly string[];
}

function reviewerNode({ id, specialties, licensureStates }: ReviewerParts): GraphNode {
  return {
    id,
    kind: 'Reviewer',
    label: [...specialties, ...licensureStates].join(', ') || 'no credentials stated',
  };
}

function guidelineNode({ id, name, level }: GuidelineNode): GraphNode {
  return { id, kind: level === 'CRITERION' ? 'Criterion' : 'Guideline', label: name };
}
