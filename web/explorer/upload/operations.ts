import { graphql } from '../api/graphql.js';

/** A letter as it is read, by its text or its file; nothing is kept. */
export const PARSE = graphql(`
  query ParseInExplorer($text: String, $file: Upload) {
    parseLetter(text: $text, upload: $file) {
      __typename
      ... on LetterRefusal {
        code
        message
      }
      ... on ParsedLetter {
        caseNumber
        outcome
        decisionDate
        template
        text
        spans {
          field
          start
          end
        }
        warnings {
          code
          message
          span {
            start
            end
          }
        }
        findings {
          ordinal
          label
          decision
          service {
            modality
            bodyRegions
            confidence
          }
          spans {
            field
            start
            end
          }
          citations {
            role
            resolution
            candidates
            inferred
            silent
            source
            chapter
            topics
            guidelineId
            span {
              start
              end
            }
          }
          appliedCriteria {
            kind
            status
            decisive
            confidence
            note
            span {
              start
              end
            }
          }
          quotedCriteria {
            text
            span {
              start
              end
            }
          }
        }
      }
    }
  }
`);

export const STORE = graphql(`
  mutation StoreLetter($text: String, $file: Upload) {
    ingestLetter(input: { text: $text, upload: $file }) {
      __typename
      ... on LetterRefusal {
        code
        message
      }
      ... on WrittenCase {
        outcome
        caseId
      }
    }
  }
`);
