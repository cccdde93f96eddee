/** What no name begins with, also behind "Dr.": the sentence has gone on. */
const OTHER_WORDS = words(`
  the this that these those a an and or but if in on at by to of for from with without as is are was were be been has have had
  he she it they we i you his her its their there here who whose which when where while after before since during then than
  no not none nor only also both all any each other another some such so due per via he/she his/her she/he
  on/about however although because therefore thus based given given regarding according upon according prior following
  contin`);

/**
 * Capitalised words of letters that are no names: headings, labels, parts of the body, guidelines, drugs' forms, specialties, places.
 * A person may have one of them for a name; such a name is covered only where something says that it is one.
 */
const VOCABULARY = words(`
  abdomen abdominal ability able abnormal abuse accident accordance account ace acoem acromioclavicular active activities activity acupuncture acute
  address additional adjunct adjuster adjustment administration administrator advanced adverse affiliation age agreed agreement aggravation
  alternative ama america american analysis ankle annals annual anterior anxiety apart appeal appeals appendix appliance applicable applicant application applications
  appointment appointments approval approved april arbitration area arm arthritis arthroplasty arthroscopic arthroscopy article assessment assigned assignment assistance
  assistant associated association at-home attached attending attention attorney attorneys august authorization authorized available average
  back background balance based basis bathroom bed behavioral benefit benefits bilateral biofeedback blood board body bone book brace brachial brief
  bulletin bureau bursitis ca calif california capsule card cardiac care carpal carrier case cases category cause center centers certificate certification certified cervical
  chair chapter charge chart chief child children chiropractic chronic citation cited city claim claimant claims class clearance clinic clinical clinicians
  closing code cognitive cold colleague collection college column comment comments commission committee company compensation complaint complaints complete complex compound
  compounded comprehensive computed condition conditions conduction conference confirmed conservative consideration consult consultation consulting contact content continue continued
  contrast control coordinator copy corporation correspondence cortisone cost counsel counseling county course court cover covered cream criteria criterion ct current customer
  daily data database date dated dates day days dear decadron december decision decisions decreased defendant defense degenerative degree denial denied department depression
  description desk despite detail details determination device diagnosis diagnoses diagnostic diagnostics dictated diet director disability disabled disc disclaimer discography discharge discussion disease
  disk disks disorder disorders disputed dispute disputes district division dme doctor doctors document documentation documents documented dosage dose drive drug drugs duration durable duty
  ear edition education educational effect effective effects elbow elective electrical electrodiagnostic electromyography elective element eligible emergency emg employee employees employer encounter
  endocrine endoscopic enclosed enclosure english entered epidural equipment ergonomic esi established eval evaluation evaluations evidence exam examination examiner examinations examined excerpt exercise exercises exhibit
  expedited expert experts explanation exposure extended extension extremities extremity eye eyes
  facet facility facsimile factors failed failure family fax february federal fee fees female field figure file files final finding findings first fluoroscopic follow follow-up following foot foraminal forearm form forms formulary franchise
  frequency friday from front full function functional fund further fusion future
  gait gastrointestinal gel general gentleman government group guide guidance guideline guidelines gym gynecology
  half hand hands hardware head headache health hearing heart heat height help hernia high higher hip hips history hold home hospital hot hour hours house
  human hypertension ice identification illness imaging immediate impairment implant improvement imr inc incident increased independent index indication indications individual industrial inflammatory information informed infection infections initial
  injection injections injured injuries injury inpatient insomnia institute instruction instructions insurance insurer interferential interested intermediate internal international interval interventional intraarticular introduction issue issues item items
  january job joint joints journal judge july june
  keep kind knee knees kit
  lab labor laboratory labs ladies lady language laser last lateral law laws left leg legal legs length letter letters level levels license licensed licensure ligament light limited list
  literature liver lodging long loss low lower lumbar lumbosacral lung
  magnetic mailing main maintenance major male man management manager manual manipulation march mass massage mattress maximus may meaning mechanical mechanism med medial medical medically medication medications medicine meds member membership
  meniscal meniscectomy meniscus mental method mild mileage military minor miss mobility moderate modification modified monday month months motion motor motorized mri mtus multi multidisciplinary multiple muscle muscles musculoskeletal
  name names narcotic narrative nasal national nature neck necessary necessity need needs negative nerve nerves neuro neurological neurologic neurology neuromuscular neuropathic neurosurgery neurosurgical new newly next night non normal north northern
  notable note notes notice notification november numbness nurse nurses nursing
  objective obtained occupation occupational october odg offer office official officer ongoing open operative operation ophthalmology opinion opioid opioids option oral order orders original orthopaedic orthopedic orthopedics orthosis orthotic orthotics
  osteoarthritis osteopathic other otolaryngology our outcome outcomes outpatient overall overview oxygen
  page pages pain panel paracervical paragraph paraspinal part partial parties parts party past patch patella patient patients payment payments peer pending per percentage percutaneous period persistent pharmacy phase phone physical physician physicians
  physiotherapy physiology plan plans plastic platelet please pm&r podiatric podiatry point points policy portion position positive possible post posterior postoperative practice practitioner practices pre precautions preface pre-operative preoperative prescription
  present presented preventive prevention previous primary principal prior private procedure procedures process products professional profile program progress progressive proposed prospective provider providers psych psychiatric psychiatry psychological psychology psychologist
  public pulmonary pump purchase purpose purposes
  qualified quality quantity quarter questions quote
  radiculopathy radiofrequency radiology radiologic radiological random range rate rationale rationales reason reasonable reasons receipt received recommendation recommendations recommended record records recurrent reduction re-evaluation reference referral referred refill refills
  reflex regarding regards region regional registered regular regulation regulations rehab rehabilitation related relations release relevant relief remaining removal renal rental repair repeat replacement report reports request requested requesting requests required
  requirement research resonance respectfully response rest restoration restriction restrictions result results retrospective return review reviewed reviewer reviewers reviews rheumatology rich right risk role room rotator rotator-cuff routine rule rules rx
  sacroiliac safety saturday scale scan scar schedule scheduled science sciences screen screening second secondary secretary section sections sedation self semi senior sensory september series serious service services session sessions severe severity sex shock short shoulder
  shoulders side sign signature signed significant signs similar sincerely single sir sit site skin sleep smoking social society soft sole sound source sources south southern spasm spasms special specialist specialists specialty specific spinal spine spines splint sports sprain
  st stage standard standards standing start started state stated statement states status stay step steroid stimulation stimulator stockton strain strength strengthening strong studies study subacute subacromial subject subjective submitted subsequent substance such summary sunday supervised supplement supplemental
  supplies supply support supporting surgery surgeon surgeons surgical swelling symptom symptoms syndrome synovitis system systematic systems
  table tablet tablets tear team technique telephone temporary tender tenderness tendinitis tendon tens test testing tests text therapeutic therapist therapists therapy thermal thigh third thoracic three through thumb thursday time times title tissue to tool topic topical topics total
  toxicology traction training transcutaneous transfer transforaminal transportation trauma traumatic treating treater treatment treatments trial tricare trigger tuesday two type types
  ulnar ultrasound unable under undersigned unit united university unknown unspecified updated upheld upper ur urgent urine urinary urologic urology use used using usual utilization
  va value various vascular vehicle vertebral very via video visit visits volume voluntary vs
  wage walk walker warm warning water wcab wednesday week weekly weeks weight weighted wellness west western what wheelchair when whole wife will witness woman women work worker workers working world wound wrist wrists written
  x-ray x-rays year years yes yoga your zip
  overturned upheld modified deny denied approve authorize
  dwc cms fda hcfa ime qme ame ptp pr-2 pr2 rfa dfr roi hep pt ot ed er icu mmi cbt fce frp prp aoe coe mpn utc tbd n/a rom slr vas bid tid prn qd qty mg mcg ml sod dr er cr sr xr la ir
  alabama alaska arizona arkansas colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
  minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode island tennessee texas utah vermont virginia washington
  wisconsin wyoming columbia puerto rico canada
  addiction aerospace allergy anatomic anesthesia anesthesiology dentistry dermatology geriatric hematology immunology nephrology obstetrics oncology ophthalmology oral maxillofacial pathology pediatric pediatrics perinatal addictionology
  achilles apley babinski baker bankart bicipital boston cochrane colles de quervain dupuytren faber finkelstein froment gaenslen halstead hawkins hill-sachs hoffman hoffmann homan jobe kellgren kemp kirkland lachman lasegue lawrence mcgill mckenzie mcmurray milgram morton neer
  oswestry parkinson patrick phalen popeye quebec romberg roos scheuermann spurling sudeck tinel trendelenburg valsalva waddell wegener wilson yergason zung beck epworth
  advil aleve ambien amrix anaprox butrans celebrex cymbalta duragesic effexor elavil fexmid fioricet flector flexeril gabapentin hydrocodone ibuprofen imitrex kadian klonopin lidoderm lidocaine lodine lunesta lyrica medrox mobic motrin naprosyn naproxen neurontin norco
  norflex nucynta omeprazole opana oxycodone oxycontin pamelor pantoprazole paxil pennsaid percocet prilosec protonix prozac relafen restoril robaxin skelaxin soma tegaderm terocin tizanidine topamax toradol tramadol trazodone tylenol ultracet ultram valium vicodin voltaren wellbutrin xanax
  zanaflex zofran zoloft zolpidem botox synvisc supartz euflexxa orthovisc`);

/** Whether a capitalised word is the beginning or the rest of a sentence and surely no name. */
export function isOtherWord(word: string): boolean {
  return OTHER_WORDS.has(folded(word));
}

/** Whether letters have this word, capitalised, for something else than a person. */
export function isVocabulary(word: string): boolean {
  const word_ = folded(word);
  return OTHER_WORDS.has(word_) || VOCABULARY.has(word_);
}

function folded(word: string): string {
  return word
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/['’]s?$|[.]$/, '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
