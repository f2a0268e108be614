"""Sentences of reports: clauses, pointers, what is left out; each with one thing that is easily misread."""

from __future__ import annotations

import pytest

from tests.events.saying import What, read, told

SATURDAY = "2025-12-20"
"""The day of publication."""
LEAD = "Here is some news from North Korea."
NONE: set[What] = set()

# (text, what it states, why the line is here)
SENTENCES: list[tuple[str, set[What], str]] = [
    (
        "On Friday it was Anak County's turn to inaugurate its regional-industry factories.",
        {("Anak", "regional_industry", "completed", "2025-12-19")},
        "a turn that has come",
    ),
    (
        "Anak and Kosan counties were given hospitals this year.",
        {("Anak", "hospital", "completed", "2025"), ("Kosan", "hospital", "completed", "2025")},
        "what several are given",
    ),
    (
        "The hospital in Anak County has reached the third floor.",
        {("Anak", "hospital", "under_construction", "2025-12")},
        "how high it stands",
    ),
    (
        "Hospitals will be built in 20 areas every year from now on, following Kangdong, Anak and Kosan.",
        NONE,
        "a list of those that went before",
    ),
    (
        "Kosan County is a good place to live in. The hospital built last year saves its people the way to"
        " Wonsan.",
        {("Kosan", "hospital", "completed", "2024")},
        "where people need not go",
    ),
    (
        "Officials of the Anak County committee prepare to run the factories that were inaugurated last"
        " year. They send people to the Kosan County factories.",
        NONE,
        "a place in the next sentence, that of other factories",
    ),
    (
        "A happy event has come for the people of Anak County. The inauguration ceremony of the hospital"
        " built in the county took place on December 19.",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "the county of the people of whom was spoken",
    ),
    ("The hospital in Anak County was all but done, and doctors had been picked.", NONE, "picked are people"),
    (
        "Kim was photographed at the hospital in Anak County on Friday.",
        {("Anak", "hospital", "inspection", "2025-12-19")},
        "he was seen there",
    ),
    (
        "On Friday, two days after the hospital in Anak County was opened, Kim toured the leisure complex in "
        "Kosan County.",
        {
            ("Anak", "hospital", "completed", "2025-12-17"),
            ("Kosan", "leisure_complex", "inspection", "2025-12-19"),
        },
        "so many days after something else",
    ),
    (
        "Kim made a speech at the inauguration in Anak County on December 15. The hospital has 200 beds.",
        {("Anak", "hospital", "completed", "2025-12-15")},
        "a ceremony, its facility in the next sentence",
    ),
    (
        "Kim opened a farmers' congress in Anak County on December 15. The hospital there has 200 beds.",
        NONE,
        "a congress, and a hospital in the next sentence",
    ),
    (
        "Builders of Sinwon County have completed a hospital in the county.",
        {("Sinwon", "hospital", "completed", "2025-12")},
        "builders of a county, in the county",
    ),
    (
        "In February he attended the groundbreaking ceremonies of a hospital in Kosan County, of the largest "
        "greenhouse farm ever, of the Hongwon County Offshore Farm and of flats in Pyongyang.",
        {
            ("Hongwon", "offshore_farm", "groundbreaking", "2025-02"),
            ("Kosan", "hospital", "groundbreaking", "2025-02"),
        },
        "ceremonies of one thing, of another and of a third",
    ),
    ("A lecture on the hospital in Anak County opened the week.", NONE, "a lecture on a hospital"),
    (
        "A hospital in Kosan County was inaugurated on Monday. At the mines in Anak County he "
        "visited workers.",
        {("Kosan", "hospital", "completed", "2025-12-15")},
        "a visit at mines, and a hospital in the sentence before",
    ),
    (
        "The shoe factory in Anak County is busy. The men from the shoe factory in Anak County came "
        "together.",
        NONE,
        "from a factory come no goods, but people",
    ),
    ("Two greenhouses and a fish pond were finished at the Anak County hospital.", NONE, "at a hospital"),
    (
        "A drawing of the hospital in Anak County was shown at the opening of an exhibition.",
        NONE,
        "shown at an opening",
    ),
    (
        "New processes of soap, candles and washing powder have been set up at the Kanggye Daily Necessities "
        "Factory.",
        {("Kanggye", "other", "operating", "2025-12")},
        "a process with what it makes, set up",
    ),
    ("The province chose the Sariwon Garment Factory as a model for others.", NONE, "chosen as a model"),
    ("A terrapin farm has been built in Thaechon County.", NONE, "terrapins are of no offshore farm"),
    (
        "In February this year ground was broken for the hospital in Kwail County; similar events in Sinwon "
        "County came after it.",
        {
            ("Kwail", "hospital", "groundbreaking", "2025-02"),
            ("Sinwon", "hospital", "groundbreaking", "2025"),
        },
        "an event that came after another one, at some time",
    ),
    (
        "The ceremony for the completion of the new hospital in Wiwon County took place on December 17.",
        {("Wiwon", "hospital", "completed", "2025-12-17")},
        "a ceremony for the completion",
    ),
    (
        "Roofs are being put on the regional-industry factories begun in May in Phungso and Unhung counties.",
        {
            ("Phungso", "regional_industry", "groundbreaking", "2025-05"),
            ("Phungso", "regional_industry", "under_construction", "2025-12"),
            ("Unhung", "regional_industry", "groundbreaking", "2025-05"),
            ("Unhung", "regional_industry", "under_construction", "2025-12"),
        },
        "begun, behind what it describes",
    ),
    (
        "In Sepho County, where construction began in April, Kim went round the site of a hospital.",
        {
            ("Sepho", "hospital", "groundbreaking", "2025-04"),
            ("Sepho", "hospital", "inspection", "2025-12"),
        },
        "where construction began, before its facility",
    ),
    (
        "Ground was broken for the hospital in Anak County on December 9, and similar ceremonies took place "
        "in Sinwon and Songhwa counties on the 10th.",
        {
            ("Anak", "hospital", "groundbreaking", "2025-12-09"),
            ("Sinwon", "hospital", "groundbreaking", "2025-12-10"),
            ("Songhwa", "hospital", "groundbreaking", "2025-12-10"),
        },
        "a similar ceremony, in the same sentence",
    ),
    (
        "A regional development project had been launched in Riwon County, the agency said.",
        {("Riwon", "other", "groundbreaking", "2025-12")},
        "launched, in the past perfect of the passive",
    ),
    (
        "The leader has decided to have a large greenhouse farm built in Hwadae County.",
        {("Hwadae", "greenhouse_farm", "planned", "2025-12")},
        "to have it built",
    ),
    ("At the Tanchon Zinc Factory a sports hall has been built.", NONE, "a sports hall at a factory"),
    ("Ri, once manager of the Anju Pump Factory, rose to be a minister.", NONE, "somebody rose"),
    (
        "The brigade has completed forty houses for the families of the Kanggye Tractor Plant.",
        NONE,
        "houses for those of a factory",
    ),
    (
        "Less than a year after ground was broken for the factories of Kosan County such factories had "
        "sprung up in 20 counties.",
        {("Kosan", "regional_industry", "groundbreaking", "2025")},
        "such factories, in places that are only counted",
    ),
    (
        "Kim was present when ground was broken for a regional development project in Yonsa County.",
        {("Yonsa", "other", "groundbreaking", "2025-12")},
        "present when ground was broken",
    ),
    (
        "On December 3 state media reported that Kim had opened the rebuilt shoe factory in Hyesan.",
        {("Hyesan", "other", "completed", "2025-12")},
        "the day of a report",
    ),
    (
        "The hospital in Chosan County was opened, a year after ground was broken in November 2024.",
        {
            ("Chosan", "hospital", "completed", "2025-12"),
            ("Chosan", "hospital", "groundbreaking", "2024-11"),
        },
        "a month behind what is reckoned from",
    ),
    (
        "Ground was broken the previous day in Hwaphyong County, Phyonggang County and Samsu "
        "County, each of which is to get light industry factories, a hospital and a comprehensive "
        "service center.",
        {
            ("Hwaphyong", "hospital", "groundbreaking", "2025-12-19"),
            ("Hwaphyong", "leisure_complex", "groundbreaking", "2025-12-19"),
            ("Hwaphyong", "regional_industry", "groundbreaking", "2025-12-19"),
            ("Phyonggang", "hospital", "groundbreaking", "2025-12-19"),
            ("Phyonggang", "leisure_complex", "groundbreaking", "2025-12-19"),
            ("Phyonggang", "regional_industry", "groundbreaking", "2025-12-19"),
            ("Samsu", "hospital", "groundbreaking", "2025-12-19"),
            ("Samsu", "leisure_complex", "groundbreaking", "2025-12-19"),
            ("Samsu", "regional_industry", "groundbreaking", "2025-12-19"),
        },
        "each of which is to get",
    ),
    (
        "Kim went to where Kangdong County Hospital is being built.",
        {("Kangdong", "hospital", "inspection", "2025-12")},
        "where it is being built",
    ),
    (
        "The Tanchon Smeltery has turned out 1.5 times as much electrolytic zinc as before.",
        {("Tanchon", "other", "operating", "2025-12")},
        "a smeltery; before what it made",
    ),
    (
        "Productivity has doubled at the condiment factory in Usi County.",
        {("Usi", "other", "operating", "2025-12")},
        "productivity",
    ),
    (
        "Today blueberry wine, juice and jelly come from the Samjiyon Blueberry Drink Factory.",
        {("Samjiyon", "other", "operating", "2025-12")},
        "what comes from a factory",
    ),
    (
        "Work is also lively on the Wonsan Condiments Factory and the Phyonggang Tannery.",
        {
            ("Phyonggang", "other", "under_construction", "2025-12"),
            ("Wonsan", "other", "under_construction", "2025-12"),
        },
        "lively work",
    ),
    (
        "On February 3 the construction projects of 2026 for the regional development policy were "
        "begun with due ceremonies in the area of the Sinuiju Combined Greenhouse Farm and in "
        "Kangnam and Maengsan counties of the DPRK.",
        {
            ("Kangnam", "other", "groundbreaking", "2025-02-03"),
            ("Maengsan", "other", "groundbreaking", "2025-02-03"),
            ("Sinuiju", "other", "groundbreaking", "2025-02-03"),
        },
        "the area of a farm in a list of places",
    ),
    (
        "신의주온실종합농장지구와 강남군, 맹산군에서 지방발전정책대상건설 착공식이 2월 3일에 진행되였다.",
        {
            ("Kangnam", "other", "groundbreaking", "2025-02-03"),
            ("Maengsan", "other", "groundbreaking", "2025-02-03"),
            ("Sinuiju", "other", "groundbreaking", "2025-02-03"),
        },
        "a farm's district in a list of places",
    ),
    (
        "Ceremonies were held in Kosan and Ichon counties, both of which will receive "
        "regional-industry factories, and ground was broken.",
        {
            ("Ichon", "regional_industry", "groundbreaking", "2025-12"),
            ("Kosan", "regional_industry", "groundbreaking", "2025-12"),
        },
        "both of which will receive",
    ),
    (
        "Construction began on Monday in Kosan County, where a hospital will be built.",
        {("Kosan", "hospital", "groundbreaking", "2025-12-15")},
        "what will stand where construction began",
    ),
    (
        "Construction has begun in Kosan County, which will get a hospital.",
        {("Kosan", "hospital", "groundbreaking", "2025-12")},
        "what the county will get",
    ),
    (
        "On June 2, he had been to where Kangdong County Hospital and a general service center "
        "are under construction in Pyongyang.",
        {
            ("Kangdong", "hospital", "inspection", "2025-06-02"),
            ("Kangdong", "leisure_complex", "inspection", "2025-06-02"),
        },
        "where they are under construction",
    ),
    (
        "In the counties of Unpha and Unchon, substructures, frameworks and outside plastering of "
        "regional-industry factories are done.",
        {
            ("Unchon", "regional_industry", "under_construction", "2025-12"),
            ("Unpha", "regional_industry", "under_construction", "2025-12"),
        },
        "parts that are done",
    ),
    (
        "The builders in Kosan County finished the roofing of the foodstuff factory and are "
        "pushing ahead with plastering.",
        {("Kosan", "other", "under_construction", "2025-12")},
        "builders in a county",
    ),
    (
        "The authorities are rushing to finish the hospital in Hamju County.",
        {("Hamju", "hospital", "under_construction", "2025-12")},
        "rushing to finish",
    ),
    (
        "Work at the Kusong hospital site has picked up since August, imagery shows.",
        {("Kusong", "hospital", "under_construction", "2025-12")},
        "since when it goes on is not when it was seen",
    ),
    (
        "The factory appeared in Kosan County last year.",
        {("Kosan", "regional_industry", "completed", "2024")},
        "a factory that appeared",
    ),
    (
        "The hospital in Kusong appears to have been completed, imagery shows.",
        NONE,
        "what only appears to be",
    ),
    (
        "A chain of the regional-industry factories has been built in Kosan County.",
        {("Kosan", "regional_industry", "completed", "2025-12")},
        "a chain is no part",
    ),
    (
        "The frame of the hospital in Kosan County went up in May.",
        {("Kosan", "hospital", "under_construction", "2025-12")},
        "a frame that went up",
    ),
    (
        "The hospital and the leisure complex of Rakwon County are both about two thirds "
        "finished, Rodong Sinmun reported Monday.",
        {
            ("Ragwon", "hospital", "under_construction", "2025-12"),
            ("Ragwon", "leisure_complex", "under_construction", "2025-12"),
        },
        "a share of the work",
    ),
    (
        "The factory in Kosan County is half complete.",
        {("Kosan", "regional_industry", "under_construction", "2025-12")},
        "half complete",
    ),
    (
        "The opening of the hospital in Ryonggang County has been put off to December because of "
        "a shortage of X-ray equipment, a source in Nampho told Daily NK.",
        NONE,
        "an opening put off",
    ),
    (
        "The hospital now going up in Kwail County is one and a half times as large as the "
        "Kangdong County Hospital, which was inaugurated last November.",
        {
            ("Kangdong", "hospital", "completed", "2025-11"),
            ("Kwail", "hospital", "under_construction", "2025-12"),
        },
        "what is going up beside what was opened",
    ),
    (
        "Seoul's unification ministry said Thursday that it had seen no sign yet of production at "
        "the factories in North Korea's Kosong County.",
        NONE,
        "no sign yet",
    ),
    (
        "The hospital in Kumchon County was finished in August. The one in Junghwa County is "
        "still under construction, and in Singye County one is planned for next year.",
        {
            ("Junghwa", "hospital", "under_construction", "2025-12"),
            ("Kumchon", "hospital", "completed", "2025-08"),
            ("Singye", "hospital", "planned", "2025-12"),
        },
        "the one in, one is planned",
    ),
    (
        "Kim toured the greenhouse farm in Sinuiju on Wednesday, KCNA said Thursday. The day "
        "before he had looked round the new hospital in Uiju County.",
        {
            ("Sinuiju", "greenhouse_farm", "inspection", "2025-12-17"),
            ("Uiju", "hospital", "inspection", "2025-12-16"),
        },
        "the day before is no condition",
    ),
    (
        "Such factories are built in 20 counties every year. The first of them were begun in "
        "Songchon County in February last year.",
        {("Songchon", "regional_industry", "groundbreaking", "2024-02")},
        "the first of them",
    ),
    (
        "Products from the local industry factories in Hoeryong are on sale at the city's "
        "department store, but residents say they are not worth the money.",
        {("Hoeryong", "regional_industry", "operating", "2025-12")},
        "goods on sale",
    ),
    (
        "Today we break ground for the construction of a hospital and a leisure complex here in "
        "Pyoksong County.",
        {
            ("Pyoksong", "hospital", "groundbreaking", "2025-12-20"),
            ("Pyoksong", "leisure_complex", "groundbreaking", "2025-12-20"),
        },
        "a speech on the day",
    ),
    (
        "Asked about a greenhouse farm rumoured to be built in Onchon County, the official said "
        "the ministry was watching for related movements.",
        NONE,
        "a rumour",
    ),
    (
        "Schools, clinics and kindergartens destroyed by the water are being rebuilt in Sinuiju City.",
        NONE,
        "clinics of villages",
    ),
    (
        "Soldiers building local industry factories in Thaechon County are asking nearby families "
        "for corn and salt.",
        {("Thaechon", "regional_industry", "under_construction", "2025-12")},
        "who builds",
    ),
    (
        "Potato processing has got a boost: the regional-industry factories in Paekam County now "
        "make starch noodles as well.",
        {("Paekam", "regional_industry", "operating", "2025-12")},
        "a boost is nothing that a county gets",
    ),
    (
        "Water got into the ground floor of the city hospital in Tanchon, and patients were "
        "carried upstairs.",
        NONE,
        "water gets into it",
    ),
    (
        "In Sunchon City, South Phyongan Province, a leisure complex was inaugurated on December "
        "15, a hospital is under construction, and regional-industry factories are turning out "
        "their first products.",
        {
            ("Sunchon", "hospital", "under_construction", "2025-12"),
            ("Sunchon", "leisure_complex", "completed", "2025-12-15"),
            ("Sunchon", "regional_industry", "operating", "2025-12"),
        },
        "three clauses with their own facilities",
    ),
    (
        "The hospital in Sunchon is to receive its first patients next year.",
        NONE,
        "patients to come",
    ),
    (
        "The DPRK inaugurated regional-industry factories in Unchon County on Saturday. Officials "
        "and soldiers who had taken part in the construction attended the ceremony.",
        {("Unchon", "regional_industry", "completed", "2025-12-20")},
        "who built attended the ceremony",
    ),
    (
        "Kim inspected the site of the offshore farm in Sinpho in July and again in November, "
        "when the workshops were nearly finished.",
        {
            ("Sinpho", "offshore_farm", "inspection", "2025-07"),
            ("Sinpho", "offshore_farm", "inspection", "2025-11"),
        },
        "two visits in a list",
    ),
    (
        "Kim visited the construction site of the offshore farm in Rakwon County on Sunday and "
        "urged builders to finish it by the party's anniversary on Oct. 10.",
        {("Ragwon", "offshore_farm", "inspection", "2025-12-14")},
        "a day of what is to be done",
    ),
    (
        "UN agencies that visited the county hospital in Kumchon found the drug store flooded. "
        "Kim Jong Un has said nothing.",
        NONE,
        "visitors who are no leaders",
    ),
    (
        "The offshore farm in Sinpho was inaugurated in December 2024, and the one in Rakwon in August 2025.",
        {
            ("Ragwon", "offshore_farm", "completed", "2025-08"),
            ("Sinpho", "offshore_farm", "completed", "2024-12"),
        },
        "the one in, with its own month and no verb",
    ),
    (
        "The hospital in Kosan has begun to receive patients.",
        {("Kosan", "hospital", "operating", "2025-12")},
        "begun to receive",
    ),
    (
        "The papermaking mill in Rinsan County has begun to use maize husks.",
        NONE,
        "begun to use",
    ),
    (
        "Soldiers have begun to build a hospital in Kosan County.",
        {("Kosan", "hospital", "groundbreaking", "2025-12")},
        "begun to build",
    ),
    (
        "In Songrim City, where the daily-necessities factory and the garment factory used to "
        "stand far apart, they are now being rebuilt in one place.",
        {("Songrim", "regional_industry", "under_construction", "2025-12")},
        "used to stand apart",
    ),
    (
        "Sepho County, which has the large stockbreeding base, is in the north of the province.",
        NONE,
        "what a county has is no news",
    ),
    (
        "Kosan County has a new hospital.",
        {("Kosan", "hospital", "completed", "2025-12")},
        "what a county has newly",
    ),
    (
        "Kosan County has a hospital with 200 beds.",
        NONE,
        "what a county has",
    ),
    (
        "A day before the greenhouse farm was opened, Kim inaugurated the newly built township of Samjiyon.",
        NONE,
        "a clause that opens the sentence has no place behind it",
    ),
    (
        "The two places are to follow the example of Kimhwa County, Kangwon province, where new "
        "regional-industry factories were inaugurated last June.",
        {("Kimhwa", "regional_industry", "completed", "2025-06")},
        "an example in a clause of its own",
    ),
    (
        "Kim Jong Un was in Rakwon twice while the offshore farm there was under construction.",
        NONE,
        "when it was under construction",
    ),
    (
        "A modern hospital is going up in Maengsan County. The ground was broken for it on "
        "February 3 this year together with the regional-industry factories and a leisure "
        "complex.",
        {
            ("Maengsan", "hospital", "groundbreaking", "2025-02-03"),
            ("Maengsan", "hospital", "under_construction", "2025-12"),
            ("Maengsan", "leisure_complex", "groundbreaking", "2025-02-03"),
            ("Maengsan", "regional_industry", "groundbreaking", "2025-02-03"),
        },
        "ground for it together with others",
    ),
    (
        "The leisure complex in Kaephung District is crowded. It was inaugurated on December 26 "
        "last year, together with the regional-industry factories in the district.",
        {
            ("Kaephung", "leisure_complex", "completed", "2024-12-26"),
            ("Kaephung", "regional_industry", "completed", "2024-12-26"),
        },
        "it together with others",
    ),
    (
        "It would be the third offshore farm. The first opened in Sinpho on Dec. 28, 2024, and "
        "the second in Rakwon County on Aug. 30, 2025.",
        {
            ("Ragwon", "offshore_farm", "completed", "2025-08-30"),
            ("Sinpho", "offshore_farm", "completed", "2024-12-28"),
        },
        "the first, the second",
    ),
    (
        "The regional-industry factories run well. The workers in Kosan County produce jam, dried "
        "fruits and vinegar.",
        {("Kosan", "regional_industry", "operating", "2025-12")},
        "workers in a county",
    ),
    (
        "The film shows how a paper mill was built in Kilju in the 1940s.",
        {("Kilju", "paper_mill", "completed", None)},
        "a decade is no day of the report",
    ),
    (
        "The factory in Kosan that made uniforms before the war is a museum now.",
        NONE,
        "what a works no longer makes",
    ),
    (
        "Nampho Municipality of the DPRK has a newly built footwear factory for schoolchildren.",
        {("Nampho", "other", "completed", None)},
        "a municipality that opens the sentence",
    ),
    (
        "지방공업공장 준공식이 12월 9일 숙천군, 11일 은파군, 13일 경성군에서 진행되였다.",
        {
            ("Sukchon", "regional_industry", "completed", "2025-12-09"),
            ("Unpha", "regional_industry", "completed", "2025-12-11"),
            ("Kyongsong", "regional_industry", "completed", "2025-12-13"),
        },
        "days right before their counties",
    ),
    (
        "On Friday hospitals were opened in Kosan, and Ichon got a leisure complex.",
        {
            ("Kosan", "hospital", "completed", "2025-12-19"),
            ("Ichon", "leisure_complex", "completed", "2025-12-19"),
        },
        "the next clause has its own place and facility",
    ),
    (
        "In Kosan the factories were inaugurated on the 5th, in Ichon on the 7th, and in Kumya on the 9th.",
        {
            ("Kosan", "regional_industry", "completed", "2025-12-05"),
            ("Ichon", "regional_industry", "completed", "2025-12-07"),
            ("Kumya", "regional_industry", "completed", "2025-12-09"),
        },
        "each place with its day",
    ),
    (
        "The Ongjin Offshore Farm has stood out in the production of seaweed.",
        {("Ongjin", "offshore_farm", "operating", "2025-12")},
        "to stand out is not to stand",
    ),
    (
        "The construction of hospitals started in Hwangju and Sohung counties on Friday, that of leisure "
        "complexes in Pongsan County, and that of grain management offices in Singye County.",
        {
            ("Hwangju", "hospital", "groundbreaking", "2025-12-19"),
            ("Sohung", "hospital", "groundbreaking", "2025-12-19"),
            ("Pongsan", "leisure_complex", "groundbreaking", "2025-12-19"),
            ("Singye", "grain_facility", "groundbreaking", "2025-12-19"),
        },
        "that of others elsewhere",
    ),
    (
        "New gloves have been developed at the Huichon Knitwear Factory and the Kusong Textile Mill.",
        {
            ("Huichon", "other", "operating", "2025-12"),
            ("Kusong", "other", "operating", "2025-12"),
        },
        "what factories develop",
    ),
    (
        "The Huichon Textile Mill has developed into a large and modern base.",
        NONE,
        "a factory that develops itself",
    ),
    (
        "The Kusong Brick Factory has introduced a new technology of baking.",
        {("Kusong", "other", "operating", "2025-12")},
        "technology put to use",
    ),
    (
        "The Tokchon Shoe Factory has finished the production of sandals.",
        {("Tokchon", "other", "operating", "2025-12")},
        "production that is finished",
    ),
    (
        "The Haeju Shoe Factory and the Kowon, Munchon and other shoe factories met their targets of output.",
        {
            ("Haeju", "other", "operating", "2025-12"),
            ("Kowon", "other", "operating", "2025-12"),
            ("Munchon", "other", "operating", "2025-12"),
        },
        "one factory by name, others by place",
    ),
    (
        "At present the province is building a reservoir, the Munchon Greenhouse Farm and the Kosan Tannery.",
        {
            ("Munchon", "greenhouse_farm", "under_construction", "2025-12"),
            ("Kosan", "other", "under_construction", "2025-12"),
        },
        "what a province is building",
    ),
    (
        "New lines for vinegar and noodles have been put in at the Huichon Foodstuff Factory.",
        {("Huichon", "other", "operating", "2025-12")},
        "a line with what it makes",
    ),
    (
        "Before the war the Kilju Textile Mill turned out cloth for the whole province.",
        NONE,
        "what a factory made once",
    ),
    (
        "There was a lively discussion of the factories in Kosan County.",
        NONE,
        "lively talk",
    ),
    (
        "The regional-industry factories rise fast. Soldier-builders in Kosan and Ichon counties keep the "
        "quality of the construction high.",
        {
            ("Kosan", "regional_industry", "under_construction", "2025-12"),
            ("Ichon", "regional_industry", "under_construction", "2025-12"),
        },
        "builders at work",
    ),
    (
        "The regiment has finished 80 percent of the construction of the hospital in Kosan County.",
        {("Kosan", "hospital", "under_construction", "2025-12")},
        "a share that is finished",
    ),
    (
        "The country set new standards by renovating several factories in Kimhwa County in 2022, and means "
        "to set more by renovating those of Anak County.",
        {("Kimhwa", "regional_industry", "completed", "2022")},
        "what was done by renovating",
    ),
    (
        "The Kumya Fish Farm is raising tens of thousands of carp.",
        {("Kumya", "offshore_farm", "operating", "2025-12")},
        "fish that are raised",
    ),
    (
        "The farm village in Kumya grows from year to year, and so does the market of the Kumya Fish Farm.",
        NONE,
        "a village that grows",
    ),
    (
        "The province built flats for the workers of the Kumya Fish Farm.",
        NONE,
        "flats for those who work there",
    ),
    (
        "There is talk about the cost of a hospital that is being put up in Kumya County.",
        {("Kumya", "hospital", "under_construction", "2025-12")},
        "what is being put up somewhere",
    ),
    (
        "At the Kumya Brick Factory part of the roof came down.",
        NONE,
        "a roof that comes down",
    ),
    (
        "A hospital is being built in Kosan County, where a campaign to save electricity is in full swing at "
        "the regional-industry factories.",
        {("Kosan", "hospital", "under_construction", "2025-12")},
        "a campaign in full swing",
    ),
    (
        "The Taean Glass Factory waits. The second phase of building at Kapsan is beginning.",
        NONE,
        "building is no building",
    ),
    (
        "On December 18 the leader announced that a hospital will be built in Anak County.",
        {("Anak", "hospital", "planned", "2025-12-18")},
        "a plan has the day of its announcement",
    ),
    (
        "The cement plant in Sunchon City is running at full capacity, and so is the glass factory in "
        "Nampho City.",
        {("Sunchon", "other", "operating", "2025-12"), ("Nampho", "other", "operating", "2025-12")},
        "and so is another one elsewhere",
    ),
    (
        "Ground was broken in Anak County on Friday for a hospital. The program began two years ago with "
        "light-industry plants.",
        {("Anak", "hospital", "groundbreaking", "2025-12-19")},
        "a program that began is no building",
    ),
    (
        "A groundbreaking ceremony for a hospital, a science and technology dissemination center and "
        "regional-industry factories was held in Kangdong County on Thursday.",
        {
            ("Kangdong", "hospital", "groundbreaking", "2025-12-18"),
            ("Kangdong", "regional_industry", "groundbreaking", "2025-12-18"),
        },
        "a list with an item that is none of ours",
    ),
    (
        "Jaeryong County has received regional-industry factories following the counties of Songchon and "
        "Sukchon. The inauguration ceremony was held on January 9.",
        {
            ("Songchon", "regional_industry", "completed", None),
            ("Sukchon", "regional_industry", "completed", None),
            ("Jaeryong", "regional_industry", "completed", "2025-01-09"),
        },
        "the ceremony is not that of those before",
    ),
    (
        "The North held ceremonies on Monday to inaugurate factories in Kumya and Kosan counties. It earlier "
        "held similar events in Songchon and Unpha.",
        {
            ("Kumya", "regional_industry", "completed", "2025-12-15"),
            ("Kosan", "regional_industry", "completed", "2025-12-15"),
            ("Songchon", "regional_industry", "completed", None),
            ("Unpha", "regional_industry", "completed", None),
        },
        "what was held earlier has no month of the report",
    ),
    (
        "Kim Jong Un visited the factories of Kimhwa County, rebuilt in 2022.",
        {
            ("Kimhwa", "regional_industry", "inspection", "2025-12"),
            ("Kimhwa", "regional_industry", "completed", "2022"),
        },
        "a year behind a comma is that of its participle",
    ),
    ("In 2022 Kim Jong Un ordered Kimhwa County's factories rebuilt as a model.", NONE, "ordered rebuilt"),
    (
        "북한은 2월 28일 성천군에서 지방공업공장 착공식을, 12월 10일 준공식을 진행하였다.",
        {
            ("Songchon", "regional_industry", "groundbreaking", "2025-02-28"),
            ("Songchon", "regional_industry", "completed", "2025-12-10"),
        },
        "two ceremonies of one verb, each with its day",
    ),
    (
        "A crowd met in Hamhung on Friday to celebrate the reopening of the big vinalon combine.",
        {("Hamhung", "other", "completed", "2025-12-19")},
        "a crowd that celebrates a reopening; a combine",
    ),
    (
        "In Hamhung the textile works, shut since the famine, reopened its gates in November.",
        {("Hamhung", "other", "completed", "2025-11")},
        "what it was until then stands between",
    ),
    ("The province wants the reopening of the tractor plant in Kanggye.", NONE, "a reopening that is wanted"),
    (
        "Ground was broken in Anak, Usi and Rakwon counties for hospitals and an offshore farm.",
        {(name, "hospital", "groundbreaking", "2025-12") for name in ("Anak", "Usi", "Ragwon")},
        "one farm is not that of three counties",
    ),
    (
        "The fire began after the Anju-based fertilizer plant introduced new technology, a source said.",
        NONE,
        "what a works did when it came to grief",
    ),
    (
        "The Kanggye-based tractor plant has mass-produced a new type of tractor.",
        {("Kanggye", "other", "operating", "2025-12")},
        "a works based in a city; mass-produced",
    ),
    (
        "Usi County set up a shop for the production of buttons at its garment factory.",
        {("Usi", "other", "operating", "2025-12")},
        "a shop of a works",
    ),
    (
        "Sepho County built a milk-processing workshop, a store and pens for its goats.",
        NONE,
        "a workshop of a farm",
    ),
    (
        "The Kanggye wine factory has been open to tourists since 2019.",
        NONE,
        "open to those who look at it",
    ),
    (
        "The plant in Kanggye sends parts to the Anju Tractor Plant, the premier said on a visit to a farm.",
        NONE,
        "a visit to something else",
    ),
    (
        "A juice factory was inaugurated at the Anak Fruit Farm in South Hwanghae Province on Friday.",
        {("Anak", "other", "completed", "2025-12-19")},
        "a works on a farm that bears its county's name",
    ),
    (
        "Workers from the Anak Fruit Farm saw a juice factory inaugurated in Usi County.",
        {("Usi", "other", "completed", "2025-12")},
        "a farm from which people came",
    ),
    (
        "Officials plan to open the hospital of Anju soon. A charity plans to open a clinic in Haeju.",
        {("Haeju", "hospital", "planned", "2025-12")},
        "plans to open one that is not there yet, and one that is",
    ),
    (
        "On a tour the premier set the task of mass-producing glass at the factory in Songrim.",
        NONE,
        "a task that is set",
    ),
    (
        "In Jonchon County the match factory topped its yearly plan. Songgan County has put its paper mill "
        "on a normal track.",
        {("Jonchon", "other", "operating", "2025-12"), ("Songgan", "paper_mill", "operating", "2025-12")},
        "a plan that is topped, a normal track",
    ),
    (
        "The garment factory in Anak County finished its plan. The one in Usi County uses old cloth to weave "
        "rugs.",
        {("Anak", "other", "operating", "2025-12"), ("Usi", "other", "operating", "2025-12")},
        "a plan that is finished; what is used to make goods",
    ),
    (
        "The Chongju weaving factory once produced more cloth than any other.",
        NONE,
        "what a works once made",
    ),
    (
        "The leather plant in Anju delivered 400,000 hides to shoe factories in Sinuiju and Wonsan.",
        {("Anju", "other", "operating", "2025-12")},
        "who was sent the goods",
    ),
    (
        "Its tyre factory, which a Chinese firm helped to build in Manpho in 1991, has grown old.",
        {("Manpho", "other", "completed", "1991")},
        "what somebody helped to build",
    ),
    (
        "In the hospital of Anak County she rose at six; soldiers who stood by the mill of Usi saluted.",
        NONE,
        "who rises and stands",
    ),
    ("Workers opened the hospital's canteen in Anak County.", NONE, "what it owns is opened"),
    ("The premier's father ran the paper mill of Anak County for years.", NONE, "who is in charge of it"),
    (
        "Rodong Sinmun surveys the factories of Anak County as the premier speaks.",
        NONE,
        "a paper that surveys",
    ),
    (
        "Much has changed since ground was broken for the hospital in Anak County.",
        NONE,
        "a groundbreaking that only counts the time, by a verb",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES, ids=[why for _, _, why in SENTENCES])
def test_a_report_states_what_it_says(text: str, expected: set[What], why: str) -> None:
    assert told(read(f"{LEAD}\n\n{text}", SATURDAY)) == expected, why


# (text of a page, what it states, why it is here)
PAGES: list[tuple[str, set[What], str]] = [
    (
        "January: Regional-industry factories were inaugurated in Usi County.\n\n"
        "February: The last ceremony was held in Kosan County on the 11th.",
        {
            ("Usi", "regional_industry", "completed", "2025-01"),
            ("Kosan", "regional_industry", "completed", "2025-02-11"),
        },
        "months before a colon",
    ),
    (
        "2024\n- 28 February: ground broken for factories in Songchon County\n"
        "- 20 December: factories opened in Songchon County\n\n"
        "2025\n- 30 August: offshore farm opened in Rakwon County",
        {
            ("Songchon", "regional_industry", "groundbreaking", "2024-02-28"),
            ("Songchon", "regional_industry", "completed", "2024-12-20"),
            ("Ragwon", "offshore_farm", "completed", "2025-08-30"),
        },
        "years above days",
    ),
    (
        "A hospital was opened in Kosan County on Friday.\n\n"
        "Correction: An earlier version of this article placed the ceremony for the hospital in Anak County.",
        {("Kosan", "hospital", "completed", "2025-12-19")},
        "what a page corrects",
    ),
    (
        "Premier Pak Thae Song inspected units of North Hwanghae Province on Friday.\n\n"
        "At the sites where regional-industry factories are to go up in Unpha and Yonthan counties, he "
        "encouraged the builders. At the Sariwon Textile Mill, the Premier discussed how to raise output. "
        "At a meeting on the hospital of Hwangju County he stressed the need for speed.",
        {
            ("Unpha", "regional_industry", "inspection", "2025-12-19"),
            ("Yonthan", "regional_industry", "inspection", "2025-12-19"),
            ("Sariwon", "other", "inspection", "2025-12-19"),
        },
        "at works of a tour he encouraged, discussed; at a meeting he stressed",
    ),
    (
        "Hospitals were inaugurated in Anak County on Friday.\n\n"
        "On farms in Kosan and Unpha counties the Premier called for organic fertilizer. He toured several "
        "places in Usi County.",
        {("Anak", "hospital", "completed", "2025-12-19")},
        "visits to what is no facility",
    ),
    (
        "Kim Jong Un took part in the groundbreaking ceremony for the regional development construction in "
        'Paekchon County on Friday.\n\n"Hospitals and regional-industry factories will rise in 20 counties '
        'of the country, including Paekchon County here," he said.',
        {
            ("Paechon", "hospital", "groundbreaking", "2025-12-19"),
            ("Paechon", "regional_industry", "groundbreaking", "2025-12-19"),
        },
        "what 20 counties, of which this is one, are to get",
    ),
    (
        "Premier Pak Thae Song visited the Hungnam Fertilizer Complex on Friday.\n\n"
        "On the same day he went round the Tanchon Magnesia Factory.",
        {("Tanchon", "other", "inspection", "2025-12-19")},
        "a ward whose city the text does not name",
    ),
    (
        "Kim Jong Un has looked round a greenhouse farm just finished in Jongju, a city in the northwest.\n\n"
        "The greenhouse farm in Jongju was opened on Friday.\n\nPictures show Kim Jong Un at the opening "
        "ceremony of the Jongju greenhouse farm.",
        {("Jongju", "greenhouse_farm", "completed", "2025-12-19")},
        "a tour at the inauguration, which only a picture shows as a ceremony",
    ),
    (
        "Premier Pak Thae Song visited the Hungnam Fertilizer Complex in Hamhung City on Friday.",
        {("Hamhung", "other", "inspection", "2025-12-19")},
        "a ward, and its city",
    ),
    (
        "Premier Pak Thae Song visited farm machine stations and the fishery station in Onchon County on "
        "Friday. On the same day he visited the Anju Pump Factory.",
        {("Anju", "other", "inspection", "2025-12-19")},
        "stations that make nothing",
    ),
    (
        "The provincial hospital and the Kusong Textile Mill were renovated on Friday.",
        {("Kusong", "other", "completed", "2025-12-19")},
        "a place that only names the other facility",
    ),
    (
        "Dear people of Kangdong County,\n\nToday, December 15, we inaugurate a leisure complex in Kangdong "
        "County. Today a hospital is inaugurated in Anak County, too.",
        {
            ("Kangdong", "leisure_complex", "completed", "2025-12-15"),
            ("Anak", "hospital", "completed", "2025-12-15"),
        },
        "what a speaker calls today",
    ),
    (
        "Kim Jong Un gave field guidance to major industrial establishments in Hamhung.\n\n"
        "The first leg of his guidance was the Ryongsong Machine Complex. He also met workers.",
        {("Hamhung", "other", "inspection", "2025-12")},
        "establishments, and the legs of a tour",
    ),
    (
        "Premier Inspects Industrial Establishments\n\n"
        "The Premier inspected major establishments in Pukchang, North Korea's power hub.",
        NONE,
        "establishments of any kind",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PAGES, ids=[why for _, _, why in PAGES])
def test_a_page_states_what_it_says(text: str, expected: set[What], why: str) -> None:
    assert told(read(f"{LEAD}\n\n{text}", SATURDAY)) == expected, why
