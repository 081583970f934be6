type Names = readonly [string, ...string[]];

function names(text: string): Names {
  const [first = '', ...others] = text.split(/,\s*/);
  return [first, ...others];
}

interface Origin {
  readonly place: string;
  readonly surnames: Names;
}

/** Common surnames of Italy, the commonest first. */
export const italianSurnames = names(
  'Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Mancini, Costa, ' +
    'Giordano, Rizzo, Lombardi, Moretti, Barbieri, Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, Galli, Martini, Leone, Longo, ' +
    'Gentile, Martinelli, Vitale, Lombardo, Serra, Coppola, De Santis, D’Angelo, Marchetti, Parisi, Villa, Conte, Ferraro, Ferri, Fabbri, ' +
    'Bianco, Marini, Grasso, Valentini, Messina, Sala, De Angelis, Gatti, Pellegrini, Palumbo, Sanna, Farina, Rizzi, Monti, Cattaneo, ' +
    'Morelli, Amato, Silvestri, Mazza, Testa, Grassi, Pellegrino, Carbone, Giuliani, Benedetti, Barone, Rossetti, Caputo, Montanari, Guerra, ' +
    'Palmieri, Bernardi, Martino, Fiore, De Rosa, Ferretti, Bellini, Basile, Riva, Donati, Piras, Vitali, Battaglia, Sartori, Neri, Costantini, ' +
    'Milani, Pagano, Ruggiero, Sorrentino, D’Amico, Orlando, Damico, Negri, Mantovani, Brambilla, Fumagalli, Castelli, Cavalli, Bertolini, ' +
    'Zanetti, Zanella, Pozzi, Pasini, Colella, Iannone, Cirillo, Spada, Tosi, Volpe, Fusco, Bassi, Grimaldi, Poli, Franchi, Melis, Pinna, ' +
    'Manca, Murgia, Deiana, Cocco, Bosco, Ventura, Sacco, Pace, Napoli, Lupo, Gritti, Locatelli, Rota, Bonetti, Zani, Perini, Perego, Mauri, ' +
    'Ghezzi, Casati, Beretta, Nava, Corti, Redaelli, Crippa, Motta, Arena, Di Stefano, Di Marco, Di Lorenzo, Lo Presti, La Rosa, Dell’Orto',
);

/** Surnames of people who came from elsewhere, with the Belfiore code of where. */
export const foreignSurnames: readonly [Origin, ...Origin[]] = [
  { place: 'Z330', surnames: names('El Amrani, Benali, Ouali, Haddad, Bouazza, Tahiri, Idrissi') },
  { place: 'Z129', surnames: names('Popescu, Ionescu, Popa, Radu, Dumitru, Stan, Marin') },
  { place: 'Z100', surnames: names('Hoxha, Shehu, Dervishi, Leka, Gjoka, Prifti') },
  { place: 'Z335', surnames: names('Okafor, Eze, Balogun, Adeyemi, Osagie, Obi') },
  { place: 'Z611', surnames: names('Quispe, Mamani, Flores, Huamán, Rojas, Vargas') },
  { place: 'Z138', surnames: names('Kovalenko, Shevchenko, Bondarenko, Melnyk, Tkachenko') },
  { place: 'Z210', surnames: names('Hu, Chen, Wang, Zhang, Lin, Zhou') },
];

export const givenNames = {
  F: names(
    'Maria, Anna, Giuseppina, Rosa, Angela, Giovanna, Teresa, Lucia, Carmela, Caterina, Francesca, Antonietta, Carla, Elena, Concetta, Rita, ' +
      'Margherita, Franca, Paola, Laura, Giulia, Sara, Chiara, Valentina, Silvia, Alessandra, Elisa, Martina, Federica, Simona, Daniela, Luisa, ' +
      'Patrizia, Cristina, Monica, Barbara, Roberta, Ilaria, Serena, Adele, Bianca, Emma, Sofia, Maria Grazia, Anna Maria, Maria Teresa, Nicoletta, Ornella',
  ),
  M: names(
    'Giuseppe, Giovanni, Antonio, Mario, Luigi, Francesco, Angelo, Vincenzo, Pietro, Salvatore, Carlo, Franco, Domenico, Bruno, Paolo, Michele, ' +
      'Giorgio, Aldo, Sergio, Luciano, Andrea, Marco, Alessandro, Matteo, Luca, Stefano, Roberto, Davide, Simone, Fabio, Claudio, Massimo, Riccardo, ' +
      'Emanuele, Nicola, Gabriele, Enrico, Tommaso, Filippo, Leonardo, Gian Luca, Pier Paolo, Nicolò, Renato, Ettore, Ugo, Dario, Diego',
  ),
} as const;

export const foreignGivenNames = {
  F: names('Fatima, Amina, Khadija, Elena, Ioana, Mihaela, Elira, Blessing, Grace, Oksana, Olena, Rosa Elvira, Mei, Li, Drita'),
  M: names('Mohamed, Ahmed, Youssef, Ion, Gheorghe, Andrei, Arben, Emeka, Chidi, Ivan, Oleksandr, José Luis, Wei, Jun, Besnik'),
} as const;

/** Belfiore codes of towns where people were born. */
export const birthPlaces = names('F205, H501, L219, F839, G273, D969, A944, D612, A662, L736, L781, B354, C351, G337, F257, I726, B157, E463');
