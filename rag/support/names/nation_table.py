"""Countries of the world in both languages, as rows of text; `nations` reads them.

Names and regions follow the country list of the United Nations (M49), German forms that of the Auswärtiges Amt; the
smallest states are left out.
"""

from __future__ import annotations

NATIONS = """
Germany;German;Deutschland,Bundesrepublik;deutsch;Deutsche;Berlin;WEur
Austria;Austrian;Österreich;österreichisch;Österreicher;Vienna,Wien;WEur
Switzerland;Swiss;Schweiz;schweizerisch;Schweizer;Bern,Berne;WEur
Liechtenstein;Liechtensteiner;Liechtenstein;liechtensteinisch;Liechtensteiner;Vaduz;WEur
France;French,Frenchman,Frenchmen,Frenchwoman;Frankreich;französisch;Franzose,Französin;Paris;WEur
Belgium;Belgian;Belgien;belgisch;Belgier;Brussels,Brüssel;WEur
Netherlands,Holland;Dutch,Dutchman;Niederlande,Holland;niederländisch,holländisch;Niederländer,Holländer;Amsterdam;WEur
Luxembourg;Luxembourger,Luxembourgish;Luxemburg;luxemburgisch;Luxemburger;;WEur
Britain,United Kingdom,UK;British,Briton;Großbritannien,Vereinigtes Königreich;britisch;Brite,Britin;London;NEur
England;English,Englishman,Englishwoman;England;englisch;Engländer;;NEur
Scotland;Scottish,Scot,Scots;Schottland;schottisch;Schotte,Schottin;Edinburgh;NEur
Wales;Welsh,Welshman;Wales;walisisch;Waliser;Cardiff;NEur
Ireland;Irish,Irishman,Irishwoman;Irland;irisch;Ire,Irin;Dublin;NEur
Iceland;Icelandic,Icelander;Island;isländisch;Isländer;Reykjavik,Reykjavík;NEur,Scan
Denmark;Danish,Dane;Dänemark;dänisch;Däne,Dänin;Copenhagen,Kopenhagen;NEur,Scan
Norway;Norwegian;Norwegen;norwegisch;Norweger;Oslo;NEur,Scan
Sweden;Swedish,Swede;Schweden;schwedisch;Schwede,Schwedin;Stockholm;NEur,Scan
Finland;Finnish,Finn;Finnland;finnisch;Finne,Finnin;Helsinki;NEur
Estonia;Estonian;Estland;estnisch;Este,Estin;Tallinn;NEur,Balt
Latvia;Latvian;Lettland;lettisch;Lette,Lettin;Riga;NEur,Balt
Lithuania;Lithuanian;Litauen;litauisch;Litauer;Vilnius;NEur,Balt
Spain;Spanish,Spaniard;Spanien;spanisch;Spanier;Madrid;SEur
Portugal;Portuguese;Portugal;portugiesisch;Portugiese,Portugiesin;Lisbon,Lissabon;SEur
Italy;Italian;Italien;italienisch;Italiener;Rome,Rom;SEur
Malta;Maltese;Malta;maltesisch;Malteser;Valletta;SEur
Greece;Greek;Griechenland;griechisch;Grieche,Griechin;Athens,Athen;SEur
Cyprus;Cypriot;Zypern;zyprisch,zypriotisch;Zyprer,Zypriot;Nicosia,Nikosia;SEur
Croatia;Croatian,Croat;Kroatien;kroatisch;Kroate,Kroatin;Zagreb;SEur
Slovenia;Slovenian,Slovene;Slowenien;slowenisch;Slowene,Slowenin;Ljubljana;SEur
Serbia;Serbian,Serb;Serbien;serbisch;Serbe,Serbin;Belgrade,Belgrad;SEur
Bosnia;Bosnian;Bosnien;bosnisch;Bosnier;Sarajevo;SEur
Montenegro;Montenegrin;Montenegro;montenegrinisch;Montenegriner;Podgorica;SEur
Kosovo;Kosovar,Kosovan;Kosovo;kosovarisch;Kosovare,Kosovarin;Pristina;SEur
Albania;Albanian;Albanien;albanisch;Albaner;Tirana;SEur
North Macedonia,Macedonia;Macedonian;Nordmazedonien,Mazedonien;nordmazedonisch,mazedonisch;Mazedonier;Skopje;SEur
Poland;Polish,Pole;Polen;polnisch;Pole,Polin;Warsaw,Warschau;EEur
Czech Republic,Czechia;Czech;Tschechien,Tschechische Republik;tschechisch;Tscheche,Tschechin;Prague,Prag;EEur
Slovakia;Slovak,Slovakian;Slowakei;slowakisch;Slowake,Slowakin;Bratislava;EEur
Hungary;Hungarian;Ungarn;ungarisch;Ungar;Budapest;EEur
Romania;Romanian;Rumänien;rumänisch;Rumäne,Rumänin;Bucharest,Bukarest;EEur
Bulgaria;Bulgarian;Bulgarien;bulgarisch;Bulgare,Bulgarin;Sofia;EEur
Moldova;Moldovan;Moldau,Moldawien,Republik Moldau;moldauisch,moldawisch;Moldauer,Moldawier;Chisinau,Chișinău;EEur
Ukraine;Ukrainian;Ukraine;ukrainisch;Ukrainer;Kyiv,Kiev,Kiew,Kyjiw;EEur
Belarus;Belarusian;Belarus,Weißrussland;belarussisch,weißrussisch;Belarusse,Weißrusse;Minsk;EEur
Russia;Russian;Russland,Rußland;russisch;Russe,Russin;Moscow,Moskau;EEur
Turkey,Türkiye;Turkish,Turk;Türkei;türkisch;Türke,Türkin;Ankara;WAsi
Georgia;Georgian;Georgien;georgisch;Georgier;Tbilisi,Tiflis;WAsi
Armenia;Armenian;Armenien;armenisch;Armenier;Yerevan,Eriwan;WAsi
Azerbaijan;Azerbaijani,Azeri;Aserbaidschan;aserbaidschanisch;Aserbaidschaner;Baku;WAsi
Israel;Israeli;Israel;israelisch;Israeli;;WAsi
Palestine;Palestinian;Palästina;palästinensisch;Palästinenser;Ramallah;WAsi
Lebanon;Lebanese;Libanon;libanesisch;Libanese,Libanesin;Beirut;WAsi
Syria;Syrian;Syrien;syrisch;Syrer;Damascus,Damaskus;WAsi
Jordan;Jordanian;Jordanien;jordanisch;Jordanier;Amman;WAsi
Iraq;Iraqi;Irak;irakisch;Iraker;Baghdad,Bagdad;WAsi,Gulf
Saudi Arabia;Saudi,Saudi Arabian;Saudi-Arabien,Saudiarabien;saudisch,saudi-arabisch;Saudi;Riyadh,Riad;WAsi,Gulf
Yemen;Yemeni;Jemen;jemenitisch;Jemenit;Sanaa;WAsi
Oman;Omani;Oman;omanisch;Omaner;Muscat,Maskat;WAsi,Gulf
Qatar;Qatari;Katar;katarisch;Katarer;Doha;WAsi,Gulf
Kuwait;Kuwaiti;Kuwait;kuwaitisch;Kuwaiter;;WAsi,Gulf
Bahrain;Bahraini;Bahrain;bahrainisch;Bahrainer;Manama;WAsi,Gulf
United Arab Emirates,UAE,Emirates;Emirati;Vereinigte Arabische Emirate,Emirate;emiratisch;Emirati;Abu Dhabi;WAsi,Gulf
Iran;Iranian;Iran;iranisch;Iraner;Tehran,Teheran;SAsi
Afghanistan;Afghan;Afghanistan;afghanisch;Afghane,Afghanin;Kabul;SAsi
Pakistan;Pakistani;Pakistan;pakistanisch;Pakistaner,Pakistani;Islamabad;SAsi
India;Indian;Indien;indisch;Inder;New Delhi,Delhi,Neu-Delhi;SAsi
Bangladesh;Bangladeshi;Bangladesch;bangladeschisch;Bangladescher;Dhaka;SAsi
Sri Lanka;Sri Lankan;Sri Lanka;sri-lankisch;Sri-Lanker;Colombo;SAsi
Nepal;Nepalese,Nepali;Nepal;nepalesisch;Nepalese,Nepalesin;Kathmandu;SAsi
Kazakhstan;Kazakh;Kasachstan;kasachisch;Kasache,Kasachin;Astana;CAsi
Uzbekistan;Uzbek;Usbekistan;usbekisch;Usbeke,Usbekin;Tashkent,Taschkent;CAsi
Kyrgyzstan;Kyrgyz;Kirgistan,Kirgisistan;kirgisisch;Kirgise,Kirgisin;Bishkek,Bischkek;CAsi
Tajikistan;Tajik;Tadschikistan;tadschikisch;Tadschike,Tadschikin;Dushanbe,Duschanbe;CAsi
Turkmenistan;Turkmen;Turkmenistan;turkmenisch;Turkmene,Turkmenin;Ashgabat,Aschgabat;CAsi
China;Chinese;China,Volksrepublik;chinesisch;Chinese,Chinesin;Beijing,Peking;EAsi
Taiwan;Taiwanese;Taiwan;taiwanisch;Taiwaner;Taipei,Taipeh;EAsi
Japan;Japanese;Japan;japanisch;Japaner;Tokyo,Tokio;EAsi
South Korea;South Korean;Südkorea;südkoreanisch;Südkoreaner;Seoul;EAsi
North Korea;North Korean;Nordkorea;nordkoreanisch;Nordkoreaner;Pyongyang,Pjöngjang;EAsi
Mongolia;Mongolian;Mongolei;mongolisch;Mongole,Mongolin;Ulaanbaatar,Ulan Bator;EAsi
Vietnam;Vietnamese;Vietnam;vietnamesisch;Vietnamese,Vietnamesin;Hanoi;SEAs
Thailand;Thai;Thailand;thailändisch;Thailänder;Bangkok;SEAs
Cambodia;Cambodian;Kambodscha;kambodschanisch;Kambodschaner;Phnom Penh;SEAs
Laos;Laotian;Laos;laotisch;Laote,Laotin;Vientiane;SEAs
Myanmar,Burma;Burmese;Myanmar,Birma;myanmarisch,birmanisch;Birmane;Naypyidaw;SEAs
Malaysia;Malaysian;Malaysia;malaysisch;Malaysier;Kuala Lumpur;SEAs
Singapore;Singaporean;Singapur;singapurisch;Singapurer;;SEAs
Indonesia;Indonesian;Indonesien;indonesisch;Indonesier;Jakarta;SEAs
Philippines;Philippine,Filipino,Filipina;Philippinen;philippinisch;Philippiner,Filipino;Manila;SEAs
Egypt;Egyptian;Ägypten;ägyptisch;Ägypter;Cairo,Kairo;NAfr
Libya;Libyan;Libyen;libysch;Libyer;Tripoli,Tripolis;NAfr
Tunisia;Tunisian;Tunesien;tunesisch;Tunesier;Tunis;NAfr
Algeria;Algerian;Algerien;algerisch;Algerier;Algiers,Algier;NAfr
Morocco;Moroccan;Marokko;marokkanisch;Marokkaner;Rabat;NAfr
Sudan;Sudanese;Sudan;sudanesisch;Sudanese,Sudanesin;Khartoum,Khartum;NAfr
South Sudan;South Sudanese;Südsudan;südsudanesisch;Südsudanese,Südsudanesin;Juba;EAfr
Ethiopia;Ethiopian;Äthiopien;äthiopisch;Äthiopier;Addis Ababa,Addis Abeba;EAfr
Eritrea;Eritrean;Eritrea;eritreisch;Eritreer;Asmara;EAfr
Somalia;Somali;Somalia;somalisch;Somalier;Mogadishu,Mogadischu;EAfr
Kenya;Kenyan;Kenia;kenianisch;Kenianer;Nairobi;EAfr
Uganda;Ugandan;Uganda;ugandisch;Ugander;Kampala;EAfr
Tanzania;Tanzanian;Tansania;tansanisch;Tansanier;Dodoma;EAfr
Rwanda;Rwandan;Ruanda;ruandisch;Ruander;Kigali;EAfr
Burundi;Burundian;Burundi;burundisch;Burundier;Gitega;EAfr
Madagascar;Malagasy,Madagascan;Madagaskar;madagassisch;Madagasse,Madagassin;Antananarivo;EAfr
Mozambique;Mozambican;Mosambik;mosambikanisch;Mosambikaner;Maputo;EAfr
Zambia;Zambian;Sambia;sambisch;Sambier;Lusaka;EAfr
Zimbabwe;Zimbabwean;Simbabwe;simbabwisch;Simbabwer;Harare;EAfr
Malawi;Malawian;Malawi;malawisch;Malawier;Lilongwe;EAfr
Nigeria;Nigerian;Nigeria;nigerianisch;Nigerianer;Abuja;WAfr
Niger;Nigerien;Niger;nigrisch;Nigrer;Niamey;WAfr
Ghana;Ghanaian;Ghana;ghanaisch;Ghanaer;Accra;WAfr
Senegal;Senegalese;Senegal;senegalesisch;Senegalese,Senegalesin;Dakar;WAfr
Mali;Malian;Mali;malisch;Malier;Bamako;WAfr
Burkina Faso;Burkinabe;Burkina Faso;burkinisch;Burkiner;Ouagadougou;WAfr
Ivory Coast;Ivorian;Elfenbeinküste;ivorisch;Ivorer;Yamoussoukro;WAfr
Liberia;Liberian;Liberia;liberianisch;Liberianer;Monrovia;WAfr
Sierra Leone;Sierra Leonean;Sierra Leone;sierra-leonisch;Sierra-Leoner;Freetown;WAfr
Cameroon;Cameroonian;Kamerun;kamerunisch;Kameruner;Yaoundé,Jaunde;CAfr
Chad;Chadian;Tschad;tschadisch;Tschader;N'Djamena;CAfr
Congo;Congolese;Kongo;kongolesisch;Kongolese,Kongolesin;Kinshasa;CAfr
Gabon;Gabonese;Gabun;gabunisch;Gabuner;Libreville;CAfr
Angola;Angolan;Angola;angolanisch;Angolaner;Luanda;CAfr
Namibia;Namibian;Namibia;namibisch;Namibier;Windhoek,Windhuk;SAfr
Botswana;Botswanan;Botsuana,Botswana;botsuanisch;Botsuaner;Gaborone;SAfr
South Africa;South African;Südafrika;südafrikanisch;Südafrikaner;Pretoria;SAfr
United States,USA,US,America;American;USA,US,Vereinigte Staaten,Amerika;amerikanisch;Amerikaner;Washington;NAme
Canada;Canadian;Kanada;kanadisch;Kanadier;Ottawa;NAme
Greenland;Greenlandic,Greenlander;Grönland;grönländisch;Grönländer;Nuuk;NAme
Mexico;Mexican;Mexiko;mexikanisch;Mexikaner;Mexico City,Mexiko-Stadt;CAme
Guatemala;Guatemalan;Guatemala;guatemaltekisch;Guatemalteke,Guatemaltekin;;CAme
Honduras;Honduran;Honduras;honduranisch;Honduraner;Tegucigalpa;CAme
El Salvador;Salvadoran;El Salvador;salvadorianisch;Salvadorianer;San Salvador;CAme
Nicaragua;Nicaraguan;Nicaragua;nicaraguanisch;Nicaraguaner;Managua;CAme
Costa Rica;Costa Rican;Costa Rica;costa-ricanisch;Costa-Ricaner;San José;CAme
Panama;Panamanian;Panama;panamaisch;Panamaer;;CAme
Cuba;Cuban;Kuba;kubanisch;Kubaner;Havana,Havanna;CAme
Haiti;Haitian;Haiti;haitianisch;Haitianer;Port-au-Prince;CAme
Jamaica;Jamaican;Jamaika;jamaikanisch;Jamaikaner;;CAme
Colombia;Colombian;Kolumbien;kolumbianisch;Kolumbianer;Bogotá,Bogota;SAme
Venezuela;Venezuelan;Venezuela;venezolanisch;Venezolaner;Caracas;SAme
Ecuador;Ecuadorian,Ecuadorean;Ecuador;ecuadorianisch;Ecuadorianer;Quito;SAme
Peru;Peruvian;Peru;peruanisch;Peruaner;Lima;SAme
Bolivia;Bolivian;Bolivien;bolivianisch;Bolivianer;La Paz;SAme
Brazil;Brazilian;Brasilien;brasilianisch;Brasilianer;Brasília,Brasilia;SAme
Paraguay;Paraguayan;Paraguay;paraguayisch;Paraguayer;Asunción;SAme
Uruguay;Uruguayan;Uruguay;uruguayisch;Uruguayer;Montevideo;SAme
Argentina;Argentine,Argentinian;Argentinien;argentinisch;Argentinier;Buenos Aires;SAme
Chile;Chilean;Chile;chilenisch;Chilene,Chilenin;Santiago;SAme
Guyana;Guyanese;Guyana;guyanisch;Guyaner;;SAme
Suriname;Surinamese;Surinam,Suriname;surinamisch;Surinamer;Paramaribo;SAme
Australia;Australian;Australien;australisch;Australier;Canberra;Ocea
New Zealand;New Zealander;Neuseeland;neuseeländisch;Neuseeländer;Wellington;Ocea
Fiji;Fijian;Fidschi;fidschianisch;Fidschianer;Suva;Ocea
Vanuatu;Vanuatuan;Vanuatu;vanuatuisch;Vanuatuer;Port Vila;Ocea
"""
"""English names; English adjectives and peoples; German names; German adjectives; German peoples; capitals in both
languages; regions."""
REGIONS = """
WEur NEur SEur EEur;Europe;European;Europa;europäisch;Europäer
Scan;Scandinavia;Scandinavian;Skandinavien;skandinavisch;Skandinavier
Balt;Baltics;Baltic;Baltikum;baltisch;Balte,Baltin
WAsi SAsi CAsi EAsi SEAs;Asia;Asian;Asien;asiatisch;Asiate,Asiatin
CAsi;Central Asia;Central Asian;Zentralasien;zentralasiatisch;
SEAs;Southeast Asia;Southeast Asian,South-East Asian;Südostasien;südostasiatisch;
Gulf;Gulf;;Golfstaat,Golfstaaten;;
NAfr EAfr WAfr CAfr SAfr;Africa;African;Afrika;afrikanisch;Afrikaner
NAfr;North Africa;North African;Nordafrika;nordafrikanisch;Nordafrikaner
EAfr;East Africa;East African;Ostafrika;ostafrikanisch;Ostafrikaner
WAfr;West Africa;West African;Westafrika;westafrikanisch;Westafrikaner
SAme;South America;South American;Südamerika;südamerikanisch;Südamerikaner
SAme CAme;Latin America;Latin American;Lateinamerika;lateinamerikanisch;Lateinamerikaner
CAme;Central America;Central American;Mittelamerika;mittelamerikanisch;Mittelamerikaner
"""
"""Regions as the first table calls them; English names; English adjectives; German names; adjectives; peoples."""
