<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Ein Foto oder ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the project with all its edits</source>
        <translation>Das Projekt mit allen Bearbeitungen speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Das Projekt unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write the edited photo at full resolution</source>
        <translation>Das bearbeitete Foto in voller Auflösung schreiben</translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation>Zuletzt geöffnet …</translation>
    </message>
    <message>
        <source>Open what was open lately</source>
        <translation>Öffnen, was zuletzt geöffnet war</translation>
    </message>
    <message>
        <source>Export all edits…</source>
        <translation>Alle Bearbeitungen exportieren …</translation>
    </message>
    <message>
        <source>Write every edit into a folder</source>
        <translation>Jede Bearbeitung in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Export starred edits…</source>
        <translation>Markierte Bearbeitungen exportieren …</translation>
    </message>
    <message>
        <source>Write the edits that have a star into a folder</source>
        <translation>Die Bearbeitungen mit Stern in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Export the reconstruction…</source>
        <translation>Rekonstruktion exportieren …</translation>
    </message>
    <message>
        <source>Write the photo as the model brings it back, without an edit</source>
        <translation>Das Foto schreiben, wie das Modell es wiedergibt, ohne Bearbeitung</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy what you see at full resolution</source>
        <translation>Das Angezeigte in voller Auflösung kopieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene wieder ausführen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>See more of the photo</source>
        <translation>Mehr vom Foto sehen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>See the photo larger</source>
        <translation>Das Foto größer sehen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>See the whole photo</source>
        <translation>Das ganze Foto sehen</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>One pixel of the photo on one of the screen</source>
        <translation>Ein Pixel des Fotos auf einem des Bildschirms</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200 %</translation>
    </message>
    <message>
        <source>One pixel of the photo on two by two of the screen</source>
        <translation>Ein Pixel des Fotos auf zwei mal zwei des Bildschirms</translation>
    </message>
    <message>
        <source>Before/after</source>
        <translation>Vorher/Nachher</translation>
    </message>
    <message>
        <source>Show the photo before and after the edit together; hold Space to see it as it was</source>
        <translation>Das Foto vor und nach der Bearbeitung zusammen zeigen; Leertaste halten, um es im alten Zustand zu sehen</translation>
    </message>
    <message>
        <source>Compare by a line</source>
        <translation>Mit einer Linie vergleichen</translation>
    </message>
    <message>
        <source>Part the photo by a line to drag</source>
        <translation>Das Foto mit einer ziehbaren Linie teilen</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>Before at the left, after at the right, both moving together</source>
        <translation>Links vorher, rechts nachher; beide bewegen sich gemeinsam</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Black where nothing changed, bright where much did</source>
        <translation>Schwarz, wo sich nichts geändert hat, hell, wo viel</translation>
    </message>
    <message>
        <source>Photo as it was</source>
        <translation>Foto im alten Zustand</translation>
    </message>
    <message>
        <source>Show the photo without the edit, until pressed again</source>
        <translation>Das Foto ohne Bearbeitung zeigen, bis zum nächsten Drücken</translation>
    </message>
    <message>
        <source>Mask brush</source>
        <translation>Maskenpinsel</translation>
    </message>
    <message>
        <source>Paint where the next edit may change the photo, and where not</source>
        <translation>Malen, wo die nächste Bearbeitung das Foto ändern darf und wo nicht</translation>
    </message>
    <message>
        <source>Erase with the brush</source>
        <translation>Mit dem Pinsel radieren</translation>
    </message>
    <message>
        <source>The mask brush takes away instead of painting</source>
        <translation>Der Maskenpinsel nimmt weg, statt zu malen</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Make the mask brush smaller</source>
        <translation>Den Maskenpinsel verkleinern</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Make the mask brush larger</source>
        <translation>Den Maskenpinsel vergrößern</translation>
    </message>
    <message>
        <source>Invert the mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>Swap what is painted and what is not</source>
        <translation>Bemaltes und Unbemaltes vertauschen</translation>
    </message>
    <message>
        <source>Clear the mask</source>
        <translation>Maske leeren</translation>
    </message>
    <message>
        <source>Take all paint of this mask away</source>
        <translation>Alle Farbe dieser Maske entfernen</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>Wortkarte</translation>
    </message>
    <message>
        <source>Point at a word to see where it is in the photo (its attention map)</source>
        <translation>Auf ein Wort zeigen, um zu sehen, wo es im Foto ist (seine Aufmerksamkeitskarte)</translation>
    </message>
    <message>
        <source>Rename the edit</source>
        <translation>Bearbeitung umbenennen</translation>
    </message>
    <message>
        <source>Give the edit shown a name</source>
        <translation>Der angezeigten Bearbeitung einen Namen geben</translation>
    </message>
    <message>
        <source>Duplicate the edit</source>
        <translation>Bearbeitung duplizieren</translation>
    </message>
    <message>
        <source>Put a copy of the edit shown behind it</source>
        <translation>Eine Kopie der angezeigten Bearbeitung dahinter legen</translation>
    </message>
    <message>
        <source>Star the edit</source>
        <translation>Bearbeitung mit Stern versehen</translation>
    </message>
    <message>
        <source>Mark the edit shown, or take the mark away</source>
        <translation>Die angezeigte Bearbeitung markieren oder die Markierung wegnehmen</translation>
    </message>
    <message>
        <source>Delete the edit</source>
        <translation>Bearbeitung löschen</translation>
    </message>
    <message>
        <source>Drop the edit shown; undo brings it back</source>
        <translation>Die angezeigte Bearbeitung verwerfen; Rückgängig bringt sie zurück</translation>
    </message>
    <message>
        <source>Compare two edits</source>
        <translation>Zwei Bearbeitungen vergleichen</translation>
    </message>
    <message>
        <source>Select two edits with Ctrl in the list, then see them side by side</source>
        <translation>Zwei Bearbeitungen mit Strg in der Liste auswählen und dann nebeneinander sehen</translation>
    </message>
    <message>
        <source>Only starred edits</source>
        <translation>Nur Bearbeitungen mit Stern</translation>
    </message>
    <message>
        <source>Show only edits that have a star</source>
        <translation>Nur Bearbeitungen zeigen, die einen Stern haben</translation>
    </message>
    <message>
        <source>Live edits</source>
        <translation>Laufende Bearbeitung</translation>
    </message>
    <message>
        <source>Try every change at once, as soon as you pause; keep what you like</source>
        <translation>Jede Änderung sofort ausprobieren, sobald die Eingabe ruht; behalten, was gefällt</translation>
    </message>
    <message>
        <source>Keep the trial</source>
        <translation>Versuch behalten</translation>
    </message>
    <message>
        <source>Put the trial that you see into the history</source>
        <translation>Den angezeigten Versuch in den Verlauf aufnehmen</translation>
    </message>
    <message>
        <source>Try variations…</source>
        <translation>Varianten ausprobieren …</translation>
    </message>
    <message>
        <source>Make several edits that differ in one thing, and choose the best</source>
        <translation>Mehrere Bearbeitungen machen, die sich in einem Punkt unterscheiden, und die beste auswählen</translation>
    </message>
    <message>
        <source>Reset the adjustments</source>
        <translation>Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Make every adjustment automatic again</source>
        <translation>Alle Einstellungen wieder automatisch machen</translation>
    </message>
    <message>
        <source>Invert or apply</source>
        <translation>Invertieren oder anwenden</translation>
    </message>
    <message>
        <source>Do the next step</source>
        <translation>Den nächsten Schritt tun</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the running job</source>
        <translation>Den laufenden Auftrag anhalten</translation>
    </message>
    <message>
        <source>Cancel all jobs</source>
        <translation>Alle Aufträge abbrechen</translation>
    </message>
    <message>
        <source>Pause the inversion</source>
        <translation>Inversion pausieren</translation>
    </message>
    <message>
        <source>Stop it for now and keep what is done</source>
        <translation>Vorerst anhalten und behalten, was getan ist</translation>
    </message>
    <message>
        <source>Resume the inversion</source>
        <translation>Inversion fortsetzen</translation>
    </message>
    <message>
        <source>Go on from where the inversion was paused</source>
        <translation>Dort weitermachen, wo die Inversion pausiert wurde</translation>
    </message>
    <message>
        <source>Change the word…</source>
        <translation>Wort ändern …</translation>
    </message>
    <message>
        <source>Replace, weigh or remove the word with the focus</source>
        <translation>Das Wort mit dem Fokus ersetzen, gewichten oder entfernen</translation>
    </message>
    <message>
        <source>Add a word…</source>
        <translation>Wort hinzufügen …</translation>
    </message>
    <message>
        <source>Put other words beside the word with the focus</source>
        <translation>Weitere Wörter neben das Wort mit dem Fokus setzen</translation>
    </message>
    <message>
        <source>Make the word stronger</source>
        <translation>Wort verstärken</translation>
    </message>
    <message>
        <source>More of the word under the mouse, or with the focus</source>
        <translation>Mehr vom Wort unter der Maus oder mit dem Fokus</translation>
    </message>
    <message>
        <source>Make the word weaker</source>
        <translation>Wort abschwächen</translation>
    </message>
    <message>
        <source>Less of the word under the mouse, or with the focus</source>
        <translation>Weniger vom Wort unter der Maus oder mit dem Fokus</translation>
    </message>
    <message>
        <source>Keep the word unchanged</source>
        <translation>Wort unverändert lassen</translation>
    </message>
    <message>
        <source>Leave its place in the photo as it is</source>
        <translation>Seine Stelle im Foto lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Keep the word&apos;s map in sight</source>
        <translation>Karte des Wortes im Blick behalten</translation>
    </message>
    <message>
        <source>Go on showing where it is, or not</source>
        <translation>Weiter zeigen, wo es ist, oder nicht mehr</translation>
    </message>
    <message>
        <source>Remove the word</source>
        <translation>Wort entfernen</translation>
    </message>
    <message>
        <source>Leave the word with the focus out</source>
        <translation>Das Wort mit dem Fokus weglassen</translation>
    </message>
    <message>
        <source>Revert the word</source>
        <translation>Wort zurücksetzen</translation>
    </message>
    <message>
        <source>Make the word with the focus what it was</source>
        <translation>Das Wort mit dem Fokus wieder zu dem machen, was es war</translation>
    </message>
    <message>
        <source>Revert all words</source>
        <translation>Alle Wörter zurücksetzen</translation>
    </message>
    <message>
        <source>Make every word what it was</source>
        <translation>Jedes Wort wieder zu dem machen, was es war</translation>
    </message>
    <message>
        <source>Retype the caption…</source>
        <translation>Beschreibung neu schreiben …</translation>
    </message>
    <message>
        <source>Type a whole new caption for the edit</source>
        <translation>Eine ganz neue Beschreibung für die Bearbeitung eingeben</translation>
    </message>
    <message>
        <source>Describe the photo otherwise…</source>
        <translation>Foto anders beschreiben …</translation>
    </message>
    <message>
        <source>Invert the photo with another caption, beside this one</source>
        <translation>Das Foto mit einer weiteren Beschreibung invertieren, neben dieser</translation>
    </message>
    <message>
        <source>Captions side by side</source>
        <translation>Beschreibungen nebeneinander</translation>
    </message>
    <message>
        <source>See what the photo becomes, and where each word is, with each caption</source>
        <translation>Sehen, was mit jeder Beschreibung aus dem Foto wird und wo jedes Wort ist</translation>
    </message>
    <message>
        <source>Remove this caption</source>
        <translation>Diese Beschreibung entfernen</translation>
    </message>
    <message>
        <source>Drop its inversion and the edits made from it; undo brings them back</source>
        <translation>Ihre Inversion und die daraus gemachten Bearbeitungen verwerfen; Rückgängig bringt sie zurück</translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation>Foto einfügen</translation>
    </message>
    <message>
        <source>Open the picture on the clipboard</source>
        <translation>Das Bild aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Settings, models, shortcuts and more</source>
        <translation>Einstellungen, Modelle, Tastenkürzel und mehr</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look, language, device and what else the app should do</source>
        <translation>Aussehen, Sprache, Gerät und was die App sonst tun soll</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Choose, add, download or remove models</source>
        <translation>Modelle auswählen, hinzufügen, herunterladen oder entfernen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys that do something</source>
        <translation>Alle Tasten, die etwas bewirken</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen …</translation>
    </message>
    <message>
        <source>Search everything the app can do, and do it</source>
        <translation>Alles suchen, was die App kann, und es ausführen</translation>
    </message>
    <message>
        <source>About NTI Desktop</source>
        <translation>Über NTI Desktop</translation>
    </message>
    <message>
        <source>Version, licence, and where things are kept</source>
        <translation>Version, Lizenz und wo Dinge aufbewahrt werden</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the panel at the right</source>
        <translation>Die Leiste rechts zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; save the project, and if it happens again, report it.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen; das Projekt speichern und, wenn es wieder vorkommt, melden.</translation>
    </message>
    <message>
        <source>The photo is inverted; its words can be edited now.</source>
        <translation>Das Foto ist invertiert; seine Wörter können jetzt bearbeitet werden.</translation>
    </message>
    <message>
        <source>The edit is done.</source>
        <translation>Die Bearbeitung ist fertig.</translation>
    </message>
    <message>
        <source>The word maps are done.</source>
        <translation>Die Wortkarten sind fertig.</translation>
    </message>
    <message>
        <source>A job could not be finished; the window says why.</source>
        <translation>Ein Auftrag konnte nicht beendet werden; das Fenster sagt, warum.</translation>
    </message>
    <message>
        <source>where “{word}” is</source>
        <translation>wo „{word}“ ist</translation>
    </message>
    <message>
        <source>The wheel zooms. Dragging or Ctrl with the arrow keys moves the photo. The arrow keys move the frame or the line between before and after; with Shift they resize the frame. Hold Space to see the photo as it was.</source>
        <translation>Das Mausrad zoomt. Ziehen oder Strg mit den Pfeiltasten bewegt das Foto. Die Pfeiltasten bewegen den Rahmen oder die Linie zwischen vorher und nachher; mit Umschalt ändern sie die Größe des Rahmens. Leertaste halten, um das Foto im alten Zustand zu sehen.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Difference × {factor}</source>
        <translation>Unterschied × {factor}</translation>
    </message>
    <message>
        <source>Violet to yellow</source>
        <translation>Violett bis Gelb</translation>
    </message>
    <message>
        <source>Blue to green to yellow</source>
        <translation>Blau über Grün bis Gelb</translation>
    </message>
    <message>
        <source>Blue to yellow, also for colour-blind eyes</source>
        <translation>Blau bis Gelb, auch bei Farbenblindheit</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>The edit may change what you paint, and nothing else</source>
        <translation>Die Bearbeitung darf ändern, was bemalt ist, und sonst nichts</translation>
    </message>
    <message>
        <source>Also here</source>
        <translation>Auch hier</translation>
    </message>
    <message>
        <source>The edit may change what you paint as well as what the app finds by the words</source>
        <translation>Die Bearbeitung darf auch ändern, was bemalt ist, neben dem, was die App anhand der Wörter findet</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Nicht hier</translation>
    </message>
    <message>
        <source>The edit must leave what you paint as it is</source>
        <translation>Die Bearbeitung muss lassen, was bemalt ist</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>Brush size (keys [ and ])</source>
        <translation>Pinselgröße (Tasten [ und ])</translation>
    </message>
    <message>
        <source>Softness of the brush</source>
        <translation>Weichheit des Pinsels</translation>
    </message>
    <message>
        <source>How far the brush fades towards its rim (feather)</source>
        <translation>Wie weit der Pinsel zum Rand hin ausläuft (weiche Kante)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Put the brush away; the mask stays (Esc)</source>
        <translation>Den Pinsel weglegen; die Maske bleibt (Esc)</translation>
    </message>
    <message>
        <source>{tip} (painted)</source>
        <translation>{tip} (bemalt)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Go back to the chosen edit (Esc)</source>
        <translation>Zurück zur ausgewählten Bearbeitung (Esc)</translation>
    </message>
    <message>
        <source>Comparing two edits</source>
        <translation>Zwei Bearbeitungen werden verglichen</translation>
    </message>
    <message>
        <source>Reconstruction so far</source>
        <translation>Rekonstruktion bisher</translation>
    </message>
    <message>
        <source>Edit so far</source>
        <translation>Bearbeitung bisher</translation>
    </message>
    <message>
        <source>The part inside the frame can be edited; drag the frame or its corners</source>
        <translation>Der Teil im Rahmen kann bearbeitet werden; den Rahmen oder seine Ecken ziehen</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>A frame of this shape; the model sees {width} × {height} pixels of it</source>
        <translation>Ein Rahmen dieser Form; das Modell sieht {width} × {height} Pixel davon</translation>
    </message>
    <message>
        <source>Frame of shape {shape}</source>
        <translation>Rahmen der Form {shape}</translation>
    </message>
    <message>
        <source>“{caption}” and the edits made from it are removed; Undo brings them back.</source>
        <translation>„{caption}“ und die daraus gemachten Bearbeitungen sind entfernt; Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>A job is still running; wait for it, or cancel it, before you remove a caption.</source>
        <translation>Ein Auftrag läuft noch; vor dem Entfernen einer Beschreibung auf ihn warten oder ihn abbrechen.</translation>
    </message>
    <message>
        <source>Caption “{caption}”</source>
        <translation>Beschreibung „{caption}“</translation>
    </message>
    <message>
        <source>{caption}
Reconstruction: {psnr} dB. Click to go on with this caption.</source>
        <translation>{caption}
Rekonstruktion: {psnr} dB. Klicken, um mit dieser Beschreibung weiterzumachen.</translation>
    </message>
    <message>
        <source>More captions of this photo</source>
        <translation>Weitere Beschreibungen dieses Fotos</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>See what becomes of the photo, and where each word is, by caption</source>
        <translation>Sehen, was je nach Beschreibung aus dem Foto wird und wo jedes Wort ist</translation>
    </message>
    <message>
        <source>Captions of this photo</source>
        <translation>Beschreibungen dieses Fotos</translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation>+ {count} weitere</translation>
    </message>
    <message>
        <source>More captions</source>
        <translation>Weitere Beschreibungen</translation>
    </message>
    <message>
        <source>Go on with this caption</source>
        <translation>Mit dieser Beschreibung weitermachen</translation>
    </message>
    <message>
        <source>Remove this caption and its edits</source>
        <translation>Diese Beschreibung und ihre Bearbeitungen entfernen</translation>
    </message>
    <message>
        <source>, map pinned</source>
        <translation>, Karte angeheftet</translation>
    </message>
    <message>
        <source>Click to change it, or type another word; right-click for more.
Ctrl+Up and Ctrl+Down change its weight; Shift+click takes several words.</source>
        <translation>Klicken, um es zu ändern, oder ein anderes Wort tippen; Rechtsklick für mehr.
Strg+Auf und Strg+Ab ändern das Gewicht; Umschalt+Klick nimmt mehrere Wörter.</translation>
    </message>
    <message>
        <source>Loss of each timestep, noisiest at the left: from {first} to {last}; lower is better</source>
        <translation>Verlust jedes Zeitschritts, der verrauschteste links: von {first} bis {last}; weniger ist besser</translation>
    </message>
    <message>
        <source>No loss</source>
        <translation>Kein Verlust</translation>
    </message>
    <message>
        <source>not in this caption</source>
        <translation>nicht in dieser Beschreibung</translation>
    </message>
    <message>
        <source>What the caption does not name cannot be edited on its own</source>
        <translation>Was die Beschreibung nicht nennt, kann nicht für sich bearbeitet werden</translation>
    </message>
    <message>
        <source>What a caption does not name cannot be edited on its own; see where each word is found.</source>
        <translation>Was eine Beschreibung nicht nennt, kann nicht für sich bearbeitet werden; hier ist zu sehen, wo jedes Wort gefunden wird.</translation>
    </message>
    <message>
        <source>Small words too</source>
        <translation>Auch kleine Wörter</translation>
    </message>
    <message>
        <source>Also show where words such as “a”, “on” and “with” look</source>
        <translation>Auch zeigen, wohin Wörter wie “a”, “on” und “with” schauen</translation>
    </message>
    <message>
        <source>Closeness</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>„{word}“</translation>
    </message>
    <message>
        <source>What the photo becomes with this caption</source>
        <translation>Was mit dieser Beschreibung aus dem Foto wird</translation>
    </message>
    <message>
        <source>{method}, {steps} steps</source>
        <translation>{method}, {steps} Schritte</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Drop this caption and its edits; undo brings them back</source>
        <translation>Diese Beschreibung und ihre Bearbeitungen verwerfen; Rückgängig bringt sie zurück</translation>
    </message>
    <message>
        <source>Where “{word}” is, with “{caption}”</source>
        <translation>Wo „{word}“ ist, mit „{caption}“</translation>
    </message>
    <message>
        <source>One plain sentence: what is in the photo, and where. Only what you name can be edited afterwards.</source>
        <translation>Ein einfacher Satz: was auf dem Foto ist und wo. Nur was genannt ist, kann danach bearbeitet werden.</translation>
    </message>
    <message>
        <source>Another sentence for the same photo, such as one that names more of it. The captions and edits you have stay; you can go back to them.</source>
        <translation>Ein anderer Satz für dasselbe Foto, etwa einer, der mehr davon nennt. Die bisherigen Beschreibungen und Bearbeitungen bleiben; der Weg zurück steht offen.</translation>
    </message>
    <message>
        <source>Find out how the model would paint exactly this photo from your sentence (Ctrl+Return).
This is needed once; each edit then takes seconds.</source>
        <translation>Herausfinden, wie das Modell genau dieses Foto aus dem Satz malen würde (Strg+Eingabe).
Das ist einmal nötig; jede Bearbeitung dauert dann Sekunden.</translation>
    </message>
    <message>
        <source>Describe the photo</source>
        <translation>Foto beschreiben</translation>
    </message>
    <message>
        <source>Describe the photo in one sentence</source>
        <translation>Das Foto in einem Satz beschreiben</translation>
    </message>
    <message>
        <source>a photo of a red mug on a wooden table</source>
        <translation>a photo of a red mug on a wooden table</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Back to the words</source>
        <translation>Zurück zu den Wörtern</translation>
    </message>
    <message>
        <source>Keep the caption as it was</source>
        <translation>Die Beschreibung lassen, wie sie war</translation>
    </message>
    <message>
        <source>Describe it otherwise</source>
        <translation>Anders beschreiben</translation>
    </message>
    <message>
        <source>Point at a word to see where it is in the photo. Click it to replace it or to change its weight.</source>
        <translation>Auf ein Wort zeigen, um zu sehen, wo es im Foto ist. Klicken, um es zu ersetzen oder sein Gewicht zu ändern.</translation>
    </message>
    <message>
        <source>Press Apply to see the edited photo; everything that is not marked stays as it was.</source>
        <translation>„Anwenden“ drücken, um das bearbeitete Foto zu sehen; alles nicht Markierte bleibt, wie es war.</translation>
    </message>
    <message>
        <source>This is the edit you see. Change more words to go on from it; hold Space to see the photo as it was.</source>
        <translation>Das ist die angezeigte Bearbeitung. Weitere Wörter ändern, um von ihr aus weiterzumachen; Leertaste halten, um das alte Foto zu sehen.</translation>
    </message>
    <message>
        <source>This edit is on its way; it is shown as soon as it is made. You can go on with the words.</source>
        <translation>Diese Bearbeitung ist unterwegs und wird gezeigt, sobald sie fertig ist. Die Wörter können schon weiter geändert werden.</translation>
    </message>
    <message>
        <source>This is a trial. Apply or Keep puts it into the history; change more words to try on.</source>
        <translation>Das ist ein Versuch. „Anwenden“ oder „Behalten“ nimmt ihn in den Verlauf auf; weitere Wörter ändern, um weiter zu probieren.</translation>
    </message>
    <message>
        <source>This is a trial. Keep puts it into the history; change more words to try on.</source>
        <translation>Das ist ein Versuch. „Behalten“ nimmt ihn in den Verlauf auf; weitere Wörter ändern, um weiter zu probieren.</translation>
    </message>
    <message>
        <source>{count} words taken together: click one of them or type to replace them all, Delete removes them.</source>
        <translation>{count} Wörter zusammen ausgewählt: eines anklicken oder tippen, um alle zu ersetzen; Entf entfernt sie.</translation>
    </message>
    <message>
        <source>You keep {words} unchanged, so changing what describes it will hardly show.</source>
        <translation>{words} bleibt unverändert; eine Änderung dessen, was es beschreibt, ist daher kaum zu sehen.</translation>
    </message>
    <message>
        <source>{words} is not in the photo&apos;s caption, so the app cannot know where it belongs.</source>
        <translation>{words} steht nicht in der Beschreibung des Fotos, daher kann die App nicht wissen, wohin es gehört.</translation>
    </message>
    <message>
        <source>{words} are not in the photo&apos;s caption, so the app cannot know where they belong.</source>
        <translation>{words} stehen nicht in der Beschreibung des Fotos, daher kann die App nicht wissen, wohin sie gehören.</translation>
    </message>
    <message>
        <source>Edited caption</source>
        <translation>Geänderte Beschreibung</translation>
    </message>
    <message>
        <source>Say what the photo should show instead; Ctrl+Up and Ctrl+Down weigh the word at the cursor</source>
        <translation>Sagen, was das Foto stattdessen zeigen soll; Strg+Auf und Strg+Ab gewichten das Wort an der Schreibmarke</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Turn the sentence into word changes (Return)</source>
        <translation>Den Satz in Wortänderungen umwandeln (Eingabe)</translation>
    </message>
    <message>
        <source>Keep the words as they are (Escape)</source>
        <translation>Die Wörter lassen, wie sie sind (Escape)</translation>
    </message>
    <message>
        <source>Retype the caption</source>
        <translation>Beschreibung neu schreiben</translation>
    </message>
    <message>
        <source>For “{word}”, did you mean</source>
        <translation>Statt „{word}“ vielleicht gemeint:</translation>
    </message>
    <message>
        <source>Put “{word}” in the place of “{unknown}”</source>
        <translation>„{word}“ an die Stelle von „{unknown}“ setzen</translation>
    </message>
    <message>
        <source>This model has not learnt {words}; it will do its best, but other words may work better.</source>
        <translation>Dieses Modell hat {words} nicht gelernt; es tut sein Bestes, aber andere Wörter wirken vielleicht besser.</translation>
    </message>
    <message>
        <source>No word is changed yet. Say what the photo should show; words that stay the same stay as they are.</source>
        <translation>Noch ist kein Wort geändert. Sagen, was das Foto zeigen soll; gleiche Wörter bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Was verstanden wurde</translation>
    </message>
    <message>
        <source>How strongly the word counts: 1 as it is, more strengthens, less weakens, 0 mutes</source>
        <translation>Wie stark das Wort zählt: 1 wie es ist, mehr verstärkt, weniger schwächt ab, 0 schaltet es stumm</translation>
    </message>
    <message>
        <source>weaker</source>
        <translation>schwächer</translation>
    </message>
    <message>
        <source>stronger</source>
        <translation>stärker</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Weight as a number</source>
        <translation>Gewicht als Zahl</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Wort hinzufügen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Put this in the word&apos;s place (Return)</source>
        <translation>Dies an die Stelle des Wortes setzen (Eingabe)</translation>
    </message>
    <message>
        <source>Add it before this word</source>
        <translation>Vor diesem Wort einfügen</translation>
    </message>
    <message>
        <source>Add it after this word</source>
        <translation>Nach diesem Wort einfügen</translation>
    </message>
    <message>
        <source>This model has not learnt “{word}”.</source>
        <translation>Dieses Modell hat „{word}“ nicht gelernt.</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Add a word beside it…</source>
        <translation>Wort daneben einfügen …</translation>
    </message>
    <message>
        <source>Stronger</source>
        <translation>Stärker</translation>
    </message>
    <message>
        <source>Weaker</source>
        <translation>Schwächer</translation>
    </message>
    <message>
        <source>Weight as it was</source>
        <translation>Gewicht wie zuvor</translation>
    </message>
    <message>
        <source>Keep unchanged</source>
        <translation>Unverändert lassen</translation>
    </message>
    <message>
        <source>Keep its map in sight</source>
        <translation>Karte im Blick behalten</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Leave this word&apos;s place in the photo as it is</source>
        <translation>Die Stelle dieses Wortes im Foto lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Go on showing where the word is in the photo</source>
        <translation>Weiter zeigen, wo das Wort im Foto ist</translation>
    </message>
    <message>
        <source>Make this word what it was</source>
        <translation>Dieses Wort wieder zu dem machen, was es war</translation>
    </message>
    <message>
        <source>Leave this word out (Delete)</source>
        <translation>Dieses Wort weglassen (Entf)</translation>
    </message>
    <message>
        <source>was “{was}”</source>
        <translation>war „{was}“</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>{word} kept</source>
        <translation>{word} unverändert</translation>
    </message>
    <message>
        <source>“{word}”, was “{was}”</source>
        <translation>„{word}“, war „{was}“</translation>
    </message>
    <message>
        <source>“{was}”, removed</source>
        <translation>„{was}“, entfernt</translation>
    </message>
    <message>
        <source>“{word}”, added</source>
        <translation>„{word}“, hinzugefügt</translation>
    </message>
    <message>
        <source>, weight {weight}</source>
        <translation>, Gewicht {weight}</translation>
    </message>
    <message>
        <source>, kept unchanged</source>
        <translation>, unverändert gelassen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Make the edited photo (Ctrl+Return)</source>
        <translation>Das bearbeitete Foto machen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Retype…</source>
        <translation>Neu schreiben …</translation>
    </message>
    <message>
        <source>Revert all</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Describe otherwise…</source>
        <translation>Anders beschreiben …</translation>
    </message>
    <message>
        <source>Describe the photo with another caption; this one stays</source>
        <translation>Das Foto mit einer weiteren Beschreibung versehen; diese bleibt</translation>
    </message>
    <message>
        <source>Edit the words</source>
        <translation>Wörter bearbeiten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>You painted a mask; it says where, not the words.</source>
        <translation>Eine Maske ist gemalt; sie sagt, wo, nicht die Wörter.</translation>
    </message>
    <message>
        <source>Adjust this edit</source>
        <translation>Bearbeitung anpassen</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>How firmly the photo is held, where the edit may happen, and how strong it is</source>
        <translation>Wie fest das Foto gehalten wird, wo die Bearbeitung stattfinden darf und wie stark sie ist</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Hold the layout</source>
        <translation>Anordnung halten</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>For how much of the work the photo decides where things are.
More keeps the photo&apos;s shapes; less lets new things take a shape of their own.</source>
        <translation>Für welchen Teil der Arbeit das Foto bestimmt, wo etwas ist.
Mehr bewahrt die Formen des Fotos; weniger lässt Neues eine eigene Form annehmen.</translation>
    </message>
    <message>
        <source>Hold the textures</source>
        <translation>Texturen halten</translation>
    </message>
    <message>
        <source>textures</source>
        <translation>Texturen</translation>
    </message>
    <message>
        <source>For how much of the work textures and fine structure are the photo&apos;s.
More stays closer to the photo; less gives the edit more freedom.</source>
        <translation>Für welchen Teil der Arbeit Texturen und feine Strukturen die des Fotos sind.
Mehr bleibt näher am Foto; weniger gibt der Bearbeitung mehr Freiheit.</translation>
    </message>
    <message>
        <source>Hold the picture itself</source>
        <translation>Das Bild selbst halten</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>For how much of the work the picture simply stays the photo.
A little keeps the composition; much leaves no room for the edit.</source>
        <translation>Für welchen Teil der Arbeit das Bild einfach das Foto bleibt.
Ein wenig bewahrt den Aufbau; viel lässt keinen Raum für die Bearbeitung.</translation>
    </message>
    <message>
        <source>Tightness of the area</source>
        <translation>Enge des Bereichs</translation>
    </message>
    <message>
        <source>tightness</source>
        <translation>Enge</translation>
    </message>
    <message>
        <source>How sure the model must be that a place belongs to the words before it may change.
More makes the area smaller, less makes it larger.</source>
        <translation>Wie sicher sich das Modell sein muss, dass eine Stelle zu den Wörtern gehört, bevor sie sich ändern darf.
Mehr macht den Bereich kleiner, weniger größer.</translation>
    </message>
    <message>
        <source>Soft edge</source>
        <translation>Weicher Rand</translation>
    </message>
    <message>
        <source>soft edge</source>
        <translation>weicher Rand</translation>
    </message>
    <message>
        <source>How wide the edit fades out at the edge of its area, as a share of the picture&apos;s shorter side.</source>
        <translation>Wie breit die Bearbeitung am Rand ihres Bereichs ausläuft, als Anteil der kürzeren Bildseite.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How strongly the picture is pushed towards what the words say.
More is stronger and more colourful; too much looks burnt.</source>
        <translation>Wie stark das Bild zu dem gedrängt wird, was die Wörter sagen.
Mehr ist kräftiger und farbiger; zu viel wirkt verbrannt.</translation>
    </message>
    <message>
        <source>Begins after</source>
        <translation>Beginnt nach</translation>
    </message>
    <message>
        <source>Hold the old things</source>
        <translation>Das Alte halten</translation>
    </message>
    <message>
        <source>old things</source>
        <translation>Altes</translation>
    </message>
    <message>
        <source>How much of what was learned about the photo&apos;s own things holds the edit, too.
More keeps their look; less lets another thing take shape.</source>
        <translation>Wie viel von dem, was über die Dinge des Fotos gelernt wurde, auch die Bearbeitung hält.
Mehr bewahrt ihr Aussehen; weniger lässt etwas anderes Gestalt annehmen.</translation>
    </message>
    <message>
        <source>Textures begin after</source>
        <translation>Texturen beginnen nach</translation>
    </message>
    <message>
        <source>textures after</source>
        <translation>Texturen ab</translation>
    </message>
    <message>
        <source>When the photo&apos;s textures begin to hold the edit.
Later leaves the coarse shapes to the words; past “Hold the textures” they hold nothing.</source>
        <translation>Ab wann die Texturen des Fotos die Bearbeitung halten.
Später überlässt die groben Formen den Wörtern; jenseits von „Texturen halten“ halten sie nichts.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Area begins after</source>
        <translation>Bereich beginnt nach</translation>
    </message>
    <message>
        <source>area after</source>
        <translation>Bereich ab</translation>
    </message>
    <message>
        <source>When the edit begins to be confined to its area.
Later gives new shapes room to settle; earlier leaves the rest of the photo more alone.</source>
        <translation>Ab wann die Bearbeitung auf ihren Bereich beschränkt wird.
Später gibt neuen Formen Raum; früher lässt den Rest des Fotos mehr in Ruhe.</translation>
    </message>
    <message>
        <source>What counts as small</source>
        <translation>Was als klein gilt</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>How much of what the words would change is small: this share of the picture&apos;s places.</source>
        <translation>Wie viel von dem, was die Wörter ändern würden, als klein gilt: dieser Anteil der Stellen des Bildes.</translation>
    </message>
    <message>
        <source>Small changes</source>
        <translation>Kleine Änderungen</translation>
    </message>
    <message>
        <source>What becomes of what the words would change only a little.
Faded or dropped, the rest of the photo stays calmer; most useful where the edit has no area of its own.</source>
        <translation>Was mit dem geschieht, was die Wörter nur wenig ändern würden.
Abgeschwächt oder weggelassen bleibt der Rest des Fotos ruhiger; am nützlichsten, wo die Bearbeitung keinen eigenen Bereich hat.</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>are faded</source>
        <translation>abschwächen</translation>
    </message>
    <message>
        <source>are dropped</source>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>Change of pose</source>
        <translation>Änderung der Haltung</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>When the edit begins to look up the photo&apos;s textures wherever its own new shapes ask for them.
For changes of pose or place; earlier keeps more of the photo&apos;s look.</source>
        <translation>Ab wann die Bearbeitung die Texturen des Fotos dort nachschlägt, wo ihre eigenen neuen Formen sie brauchen.
Für Änderungen von Haltung oder Ort; früher bewahrt mehr vom Aussehen des Fotos.</translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation>das ganze Bild</translation>
    </message>
    <message>
        <source>in: {words}</source>
        <translation>in: {words}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The changed words and what they describe say where</source>
        <translation>Die geänderten Wörter und was sie beschreiben, sagen, wo</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>The edit may change the picture everywhere</source>
        <translation>Die Bearbeitung darf das Bild überall ändern</translation>
    </message>
    <message>
        <source>Where it may happen</source>
        <translation>Wo sie stattfinden darf</translation>
    </message>
    <message>
        <source>Tick a word: the edit may happen where that word is in the photo</source>
        <translation>Ein Wort ankreuzen: Die Bearbeitung darf stattfinden, wo dieses Wort im Foto ist</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Keine Änderung</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (Kopie)</translation>
    </message>
    <message>
        <source>“{title}” is deleted; undo brings it back.</source>
        <translation>„{title}“ ist gelöscht; Rückgängig bringt es zurück.</translation>
    </message>
    <message>
        <source>{count} edits are deleted; undo brings them back.</source>
        <translation>{count} Bearbeitungen sind gelöscht; Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Name of the edit</source>
        <translation>Name der Bearbeitung</translation>
    </message>
    <message>
        <source>Type a name; empty takes it away</source>
        <translation>Einen Namen eingeben; leer nimmt ihn weg</translation>
    </message>
    <message>
        <source>Live edit</source>
        <translation>Laufender Versuch</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>own mask</source>
        <translation>eigene Maske</translation>
    </message>
    <message>
        <source>{count} edits on top</source>
        <translation>{count} Bearbeitungen darauf</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Bearbeitungen</translation>
    </message>
    <message>
        <source>Click an edit to see it and to go on from it; select two with Ctrl to compare</source>
        <translation>Eine Bearbeitung anklicken, um sie zu sehen und von ihr aus weiterzumachen; mit Strg zwei auswählen, um zu vergleichen</translation>
    </message>
    <message>
        <source>Change a word and press Apply: every edit is kept here.</source>
        <translation>Ein Wort ändern und „Anwenden“ drücken: Jede Bearbeitung wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>No edit has a star yet; point at one and click its star.</source>
        <translation>Noch keine Bearbeitung hat einen Stern; auf eine zeigen und ihren Stern anklicken.</translation>
    </message>
    <message>
        <source>automatic: {value}</source>
        <translation>automatisch: {value}</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>Wieder automatisch</translation>
    </message>
    <message>
        <source>{name}: back to automatic</source>
        <translation>{name}: wieder automatisch</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Put this one into the history</source>
        <translation>Dieses in den Verlauf aufnehmen</translation>
    </message>
    <message>
        <source>Keep {value}</source>
        <translation>{value} behalten</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>See it large on the photo</source>
        <translation>Groß auf dem Foto ansehen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Put this trial into the history (Ctrl+Return)</source>
        <translation>Diesen Versuch in den Verlauf aufnehmen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>All variations</source>
        <translation>Alle Varianten</translation>
    </message>
    <message>
        <source>Go back to all variations</source>
        <translation>Zurück zu allen Varianten</translation>
    </message>
    <message>
        <source>Put the trial away; the words stay as they are</source>
        <translation>Den Versuch weglegen; die Wörter bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Put the trial away</source>
        <translation>Den Versuch weglegen</translation>
    </message>
    <message>
        <source>Progress of the trial</source>
        <translation>Fortschritt des Versuchs</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird ausprobiert …</translation>
    </message>
    <message>
        <source>Trial: {title}</source>
        <translation>Versuch: {title}</translation>
    </message>
    <message>
        <source>Not in the history yet. {title}</source>
        <translation>Noch nicht im Verlauf. {title}</translation>
    </message>
    <message>
        <source>Weight of “{word}”: {value}</source>
        <translation>Gewicht von „{word}“: {value}</translation>
    </message>
    <message>
        <source>{count} variations</source>
        <translation>{count} Varianten</translation>
    </message>
    <message>
        <source>being made…</source>
        <translation>wird gemacht …</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>nicht gemacht</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>Varianten machen</translation>
    </message>
    <message>
        <source>Make one edit of each value, one after the other</source>
        <translation>Zu jedem Wert eine Bearbeitung machen, eine nach der anderen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop; what is done stays</source>
        <translation>Anhalten; Fertiges bleibt</translation>
    </message>
    <message>
        <source>What is to differ between the variations</source>
        <translation>Worin sich die Varianten unterscheiden sollen</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>The word that varies</source>
        <translation>Das Wort, das sich unterscheidet</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>The values, with commas between them: one variation is made of each</source>
        <translation>Die Werte, mit Semikolons dazwischen: aus jedem wird eine Variation</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Weight of a word</source>
        <translation>Gewicht eines Wortes</translation>
    </message>
    <message>
        <source>0.5, 1, 1.5, 2, 2.5</source>
        <translation>0,5; 1; 1,5; 2; 2,5</translation>
    </message>
    <message>
        <source>blue, green, yellow</source>
        <translation>blue, green, yellow</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Andere Wörter</translation>
    </message>
    <message>
        <source>Type the values with commas between them.</source>
        <translation>Die Werte mit Semikolons dazwischen eingeben.</translation>
    </message>
    <message>
        <source>At most {count} at a time; type fewer values.</source>
        <translation>Höchstens {count} auf einmal; weniger Werte eingeben.</translation>
    </message>
    <message>
        <source>A cross window must belong to a word of the edited caption and run from one share of the steps to a later one, both between 0 and 1.</source>
        <translation>Ein Kreuzfenster muss zu einem Wort der geänderten Beschreibung gehören und von einem Anteil der Schritte zu einem späteren reichen, beide zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>A weight must be between -10 and 10 and belong to a word of the edited caption.</source>
        <translation>Ein Gewicht muss zwischen -10 und 10 liegen und zu einem Wort der geänderten Beschreibung gehören.</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Speicher kann nicht belegt werden</translation>
    </message>
    <message>
        <source>Choose the word that is to vary.</source>
        <translation>Das Wort auswählen, das sich unterscheiden soll.</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Cross replace</source>
        <translation>Die Kreuz-Übernahme</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent überschritten</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is downloaded; unset it to download</source>
        <translation>HF_HUB_OFFLINE ist gesetzt, daher wird nichts heruntergeladen; zum Herunterladen aufheben</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on and computes parts of the network twice.</source>
        <translation>Der Speicher reichte nicht; der Auftrag geht weiter und berechnet Teile des Netzes zweimal.</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on and handles the picture in tiles.</source>
        <translation>Der Speicher reichte nicht; der Auftrag geht weiter und bearbeitet das Bild in Kacheln.</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on on the CPU, which takes longer.</source>
        <translation>Der Speicher reichte nicht; der Auftrag geht auf dem Prozessor weiter, was länger dauert.</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with at most four timesteps at once.</source>
        <translation>Der Speicher reichte nicht; der Auftrag geht mit höchstens vier Zeitschritten auf einmal weiter.</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with one branch after the other.</source>
        <translation>Der Speicher reichte nicht; der Auftrag geht mit einem Zweig nach dem anderen weiter.</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with one timestep at a time.</source>
        <translation>Der Speicher reichte nicht; der Auftrag geht mit je einem Zeitschritt weiter.</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with the caption read on the CPU.</source>
        <translation>Der Speicher reichte nicht; der Auftrag geht weiter, die Beschreibung wird auf dem Prozessor gelesen.</translation>
    </message>
    <message>
        <source>No model was added as “{name}”; “nti-desktop models” lists those there are.</source>
        <translation>Als „{name}“ wurde kein Modell hinzugefügt; „nti-desktop models“ zählt die vorhandenen auf.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Nicht gestattet</translation>
    </message>
    <message>
        <source>Other programs use much of the memory: fewer timesteps are done at once, which takes longer, and the result may differ in its last digits.</source>
        <translation>Andere Programme belegen viel Speicher: Es werden weniger Zeitschritte auf einmal bearbeitet, was länger dauert, und das Ergebnis kann in den letzten Stellen abweichen.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Proximal guidance must be none, soft or hard.</source>
        <translation>Die proximale Führung muss none, soft oder hard sein.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Refinements of each pivot must be between 0 and {most}; 3 are many.</source>
        <translation>Die Zahl der Verfeinerungen je Ankerpunkt muss zwischen 0 und {most} liegen; 3 sind viele.</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>Vorübergehend nicht verfügbar</translation>
    </message>
    <message>
        <source>SDXL&apos;s refiner</source>
        <translation>der Refiner von SDXL</translation>
    </message>
    <message>
        <source>Self replace</source>
        <translation>Die Selbst-Übernahme</translation>
    </message>
    <message>
        <source>Spatial replace</source>
        <translation>Die räumliche Übernahme</translation>
    </message>
    <message>
        <source>The blend threshold</source>
        <translation>Die Schwelle der Maske</translation>
    </message>
    <message>
        <source>The blend&apos;s start</source>
        <translation>Der Beginn der Maske</translation>
    </message>
    <message>
        <source>The caption has characters this model cannot read; leave them out.</source>
        <translation>Die Beschreibung hat Zeichen, die dieses Modell nicht lesen kann; sie bitte weglassen.</translation>
    </message>
    <message>
        <source>The caption has no word “{word}”; its words are: {known}.</source>
        <translation>Die Beschreibung hat kein Wort „{word}“; ihre Wörter sind: {known}.</translation>
    </message>
    <message>
        <source>The caption is empty; describe the photo in a sentence.</source>
        <translation>Die Beschreibung ist leer; das Foto in einem Satz beschreiben.</translation>
    </message>
    <message>
        <source>The caption is too long ({count} tokens; {most} are read at most); shorten it, for example by leaving out words that name nothing in the photo.</source>
        <translation>Die Beschreibung ist zu lang ({count} Token; höchstens {most} werden gelesen); kürzen, zum Beispiel Wörter weglassen, die nichts auf dem Foto benennen.</translation>
    </message>
    <message>
        <source>The configuration of “{name}” makes no sense; get a new copy of it.</source>
        <translation>Die Konfiguration von „{name}“ ergibt keinen Sinn; eine neue Kopie beschaffen.</translation>
    </message>
    <message>
        <source>The crop does not lie inside the photo; choose another.</source>
        <translation>Der Ausschnitt liegt nicht im Foto; einen anderen wählen.</translation>
    </message>
    <message>
        <source>The crop lies outside the photo of {width} x {height} pixels; choose another.</source>
        <translation>Der Ausschnitt liegt außerhalb des Fotos von {width} x {height} Pixeln; einen anderen wählen.</translation>
    </message>
    <message>
        <source>The edit&apos;s numbers overflow; choose a lower guidance or smaller weights, or run it on the CPU.</source>
        <translation>Die Zahlen der Bearbeitung laufen über; eine niedrigere Führung oder kleinere Gewichte wählen oder auf dem Prozessor rechnen.</translation>
    </message>
    <message>
        <source>The edit&apos;s numbers overflow; choose a lower guidance or smaller weights.</source>
        <translation>Die Zahlen der Bearbeitung laufen über; eine niedrigere Führung oder kleinere Gewichte wählen.</translation>
    </message>
    <message>
        <source>The edited caption is empty; write what the photo shall show.</source>
        <translation>Die geänderte Beschreibung ist leer; schreiben, was das Foto zeigen soll.</translation>
    </message>
    <message>
        <source>The engine could not be started ({reason}); try again.</source>
        <translation>Die Engine konnte nicht gestartet werden ({reason}); noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The engine could not finish the job because of an unexpected error; try again, and report it if it stays.</source>
        <translation>Die Engine konnte den Auftrag wegen eines unerwarteten Fehlers nicht beenden; noch einmal versuchen und melden, wenn er bleibt.</translation>
    </message>
    <message>
        <source>The engine could not start because a part of the program is missing ({reason}); install it anew.</source>
        <translation>Die Engine konnte nicht starten, weil ein Teil des Programms fehlt ({reason}); das Programm neu installieren.</translation>
    </message>
    <message>
        <source>The engine could not start because of an unexpected error; try again, and report it if it stays.</source>
        <translation>Die Engine konnte wegen eines unerwarteten Fehlers nicht starten; noch einmal versuchen und melden, wenn er bleibt.</translation>
    </message>
    <message>
        <source>The engine did not answer any more and was ended; nothing is lost: start the job again.</source>
        <translation>Die Engine antwortete nicht mehr und wurde beendet; nichts ist verloren: den Auftrag noch einmal starten.</translation>
    </message>
    <message>
        <source>The engine is at work on another job; wait for it, or cancel it first.</source>
        <translation>Die Engine arbeitet an einem anderen Auftrag; auf ihn warten oder ihn zuerst abbrechen.</translation>
    </message>
    <message>
        <source>The engine met an error it does not know; try again, or report the details.</source>
        <translation>Die Engine traf auf einen Fehler, den sie nicht kennt; noch einmal versuchen oder die Details melden.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly; nothing is lost: start the job again, and report it if it stays.</source>
        <translation>Die Engine hielt unerwartet an; nichts ist verloren: den Auftrag noch einmal starten und melden, wenn es wieder vorkommt.</translation>
    </message>
    <message>
        <source>The engine stopped without a result; try again.</source>
        <translation>Die Engine hielt ohne Ergebnis an; noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The engine was stopped from outside, most likely because memory ran out; nothing is lost: close other programs, or use a smaller model, and start the job again.</source>
        <translation>Die Engine wurde von außen angehalten, sehr wahrscheinlich, weil der Speicher nicht reichte; nichts ist verloren: andere Programme schließen oder ein kleineres Modell verwenden und den Auftrag noch einmal starten.</translation>
    </message>
    <message>
        <source>The files of “{model}” cannot be deleted ({reason}); delete “{folder}” yourself.</source>
        <translation>Die Dateien von „{model}“ lassen sich nicht löschen ({reason}); „{folder}“ bitte selbst löschen.</translation>
    </message>
    <message>
        <source>The guidance must be between {least:g} and {most:g}; 7.5 is usual.</source>
        <translation>Die Führung muss zwischen {least:g} und {most:g} liegen; 7,5 ist üblich.</translation>
    </message>
    <message>
        <source>The guidance of an edit must be between 0 and {most:g}.</source>
        <translation>Die Führung einer Bearbeitung muss zwischen 0 und {most:g} liegen.</translation>
    </message>
    <message>
        <source>The inversion&apos;s numbers overflow; choose a guidance further from 1, or run it on the CPU.</source>
        <translation>Die Zahlen der Inversion laufen über; eine Führung weiter weg von 1 wählen oder auf dem Prozessor rechnen.</translation>
    </message>
    <message>
        <source>The inversion&apos;s numbers overflow; choose a guidance further from 1.</source>
        <translation>Die Zahlen der Inversion laufen über; eine Führung weiter weg von 1 wählen.</translation>
    </message>
    <message>
        <source>The job uses as little memory as it can, as asked for; it takes longer.</source>
        <translation>Der Auftrag braucht so wenig Speicher wie möglich, wie gewünscht; er dauert länger.</translation>
    </message>
    <message>
        <source>The list of models cannot be written ({reason}); free some space.</source>
        <translation>Die Liste der Modelle lässt sich nicht schreiben ({reason}); etwas Platz schaffen.</translation>
    </message>
    <message>
        <source>The mask is not of the picture&apos;s size; paint it again.</source>
        <translation>Die Maske hat nicht die Größe des Bildes; sie neu malen.</translation>
    </message>
    <message>
        <source>The mask must be {width} x {height} pixels, the size of the working image.</source>
        <translation>Die Maske muss {width} x {height} Pixel haben, die Größe des Arbeitsbildes.</translation>
    </message>
    <message>
        <source>The model lacks {where}; get a complete copy of it.</source>
        <translation>Dem Modell fehlt {where}; eine vollständige Kopie beschaffen.</translation>
    </message>
    <message>
        <source>The model lacks {where}; only safetensors weights are read.</source>
        <translation>Dem Modell fehlt {where}; nur Gewichte als safetensors werden gelesen.</translation>
    </message>
    <message>
        <source>The model needs a photo of three colours (RGB, 8 bits each); convert it to such.</source>
        <translation>Das Modell braucht ein Foto mit drei Farben (RGB, je 8 Bit); es umwandeln.</translation>
    </message>
    <message>
        <source>The model needs sides that are multiples of {multiple} pixels; crop the photo to such.</source>
        <translation>Das Modell braucht Seiten, die Vielfache von {multiple} Pixeln sind; das Foto so zuschneiden.</translation>
    </message>
    <message>
        <source>The model “{name}” cannot be loaded; get a new copy of it.</source>
        <translation>Das Modell „{name}“ lässt sich nicht laden; eine neue Kopie beschaffen.</translation>
    </message>
    <message>
        <source>The model&apos;s noise schedule “{schedule}” is not known; choose another Stable Diffusion model.</source>
        <translation>Der Rauschplan „{schedule}“ des Modells ist nicht bekannt; ein anderes Stable-Diffusion-Modell wählen.</translation>
    </message>
    <message>
        <source>The model&apos;s numbers overflow; get a new copy of it, or run it on the CPU.</source>
        <translation>Die Zahlen des Modells laufen über; eine neue Kopie beschaffen oder auf dem Prozessor rechnen.</translation>
    </message>
    <message>
        <source>The model&apos;s numbers overflow; get a new copy of it.</source>
        <translation>Die Zahlen des Modells laufen über; eine neue Kopie beschaffen.</translation>
    </message>
    <message>
        <source>The model&apos;s sampling (“{spacing}”, “{prediction}”) is not known; choose another model.</source>
        <translation>Die Abtastung des Modells („{spacing}“, „{prediction}“) ist nicht bekannt; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model&apos;s {part} has pickled weights only, which can run code; get a copy with safetensors weights.</source>
        <translation>{part} des Modells hat nur Pickle-Gewichte, die Code ausführen können; eine Kopie mit safetensors-Gewichten beschaffen.</translation>
    </message>
    <message>
        <source>The model&apos;s {where} cannot be read; check the permissions of the file.</source>
        <translation>{where} des Modells lässt sich nicht lesen; die Rechte der Datei prüfen.</translation>
    </message>
    <message>
        <source>The model&apos;s {where} is damaged; get a new copy.</source>
        <translation>{where} des Modells ist beschädigt; eine neue Kopie beschaffen.</translation>
    </message>
    <message>
        <source>The model&apos;s {where} is incomplete; get a new copy.</source>
        <translation>{where} des Modells ist unvollständig; eine neue Kopie beschaffen.</translation>
    </message>
    <message>
        <source>The model&apos;s {where} points outside its folder; do not use this copy.</source>
        <translation>{where} des Modells zeigt aus seinem Ordner hinaus; diese Kopie nicht verwenden.</translation>
    </message>
    <message>
        <source>The null embedding&apos;s start must be between 0 (the empty caption) and 1 (the caption).</source>
        <translation>Der Anfang der Null-Einbettung muss zwischen 0 (leere Beschreibung) und 1 (Beschreibung) liegen.</translation>
    </message>
    <message>
        <source>The number of steps must be between 2 and {most}; 50 is usual.</source>
        <translation>Die Zahl der Schritte muss zwischen 2 und {most} liegen; 50 sind üblich.</translation>
    </message>
    <message>
        <source>The photo has not been inverted with this caption; invert it first.</source>
        <translation>Das Foto wurde mit dieser Beschreibung noch nicht invertiert; es zuerst invertieren.</translation>
    </message>
    <message>
        <source>The preset paper begins with the empty caption&apos;s embedding; leave out the preset or the start of null embeddings.</source>
        <translation>Die Voreinstellung paper beginnt mit der Einbettung der leeren Beschreibung; die Voreinstellung oder den Anfang der Null-Einbettungen weglassen.</translation>
    </message>
    <message>
        <source>The preset paper is a way to do null-text, not {method}; leave out one of the two.</source>
        <translation>Die Voreinstellung paper gehört zu null-text, nicht zu {method}; eines von beiden weglassen.</translation>
    </message>
    <message>
        <source>The project has no file yet; choose where to save it.</source>
        <translation>Das Projekt hat noch keine Datei; wählen, wo es gespeichert werden soll.</translation>
    </message>
    <message>
        <source>The project is too large to be kept against a crash; save it now and then.</source>
        <translation>Das Projekt ist zu groß, um gegen einen Absturz gesichert zu werden; es ab und zu speichern.</translation>
    </message>
    <message>
        <source>The project no longer has that caption; choose another.</source>
        <translation>Das Projekt hat diese Beschreibung nicht mehr; eine andere wählen.</translation>
    </message>
    <message>
        <source>The project no longer has that edit; choose another.</source>
        <translation>Das Projekt hat diese Bearbeitung nicht mehr; eine andere wählen.</translation>
    </message>
    <message>
        <source>The project no longer has what that picture was made from; choose another.</source>
        <translation>Das Projekt hat nicht mehr, woraus dieses Bild gemacht wurde; ein anderes wählen.</translation>
    </message>
    <message>
        <source>The proximal quantile</source>
        <translation>Das proximale Quantil</translation>
    </message>
    <message>
        <source>The sample photos are missing or damaged; install NTI Desktop again.</source>
        <translation>Die Beispielfotos fehlen oder sind beschädigt; NTI Desktop neu installieren.</translation>
    </message>
    <message>
        <source>The self-attention maps there are too large for components ({positions} positions, at most {most}); choose layers deeper in the network, or do without components.</source>
        <translation>Die Selbstaufmerksamkeitskarten dort sind zu groß für Komponenten ({positions} Stellen, höchstens {most}); tiefere Schichten des Netzes wählen oder auf Komponenten verzichten.</translation>
    </message>
    <message>
        <source>The share of the null embeddings</source>
        <translation>Der Anteil der Null-Einbettungen</translation>
    </message>
    <message>
        <source>The soft edge of the blend mask must be between 0 and 0.5 of the shorter side.</source>
        <translation>Der weiche Rand der Maske muss zwischen 0 und 0,5 der kürzeren Seite liegen.</translation>
    </message>
    <message>
        <source>The start of mutual self-attention</source>
        <translation>Der Beginn der gemeinsamen Selbstaufmerksamkeit</translation>
    </message>
    <message>
        <source>The start of self replace</source>
        <translation>Der Beginn der Selbst-Übernahme</translation>
    </message>
    <message>
        <source>The steps to look at must run from one share to a later one, both between 0 and 1.</source>
        <translation>Die betrachteten Schritte müssen von einem Anteil zu einem späteren reichen, beide zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>The timesteps do not belong to this model; invert the photo with it again.</source>
        <translation>Die Zeitschritte gehören nicht zu diesem Modell; das Foto noch einmal mit ihm invertieren.</translation>
    </message>
    <message>
        <source>There is no file “{path}”; check its name.</source>
        <translation>Die Datei „{path}“ gibt es nicht; ihren Namen prüfen.</translation>
    </message>
    <message>
        <source>There is no method “{method}”; choose one of: {known}.</source>
        <translation>Die Methode „{method}“ gibt es nicht; eine von diesen wählen: {known}.</translation>
    </message>
    <message>
        <source>There is no model at “{model}”; choose the folder of a Stable Diffusion model.</source>
        <translation>Bei „{model}“ ist kein Modell; den Ordner eines Stable-Diffusion-Modells wählen.</translation>
    </message>
    <message>
        <source>There is no model at “{model}”; “nti-desktop models download {model}” may get it.</source>
        <translation>Bei „{model}“ ist kein Modell; „nti-desktop models download {model}“ kann es vielleicht holen.</translation>
    </message>
    <message>
        <source>There is no preset “{preset}”; choose one of: {known}.</source>
        <translation>Die Voreinstellung „{preset}“ gibt es nicht; eine von diesen wählen: {known}.</translation>
    </message>
    <message>
        <source>There is no self-attention among {layers}; name whole blocks, or do without components.</source>
        <translation>In {layers} gibt es keine Selbstaufmerksamkeit; ganze Blöcke nennen oder auf Komponenten verzichten.</translation>
    </message>
    <message>
        <source>There is no way “{memory}” to use memory; choose auto or low.</source>
        <translation>Speicher lässt sich nicht auf die Art „{memory}“ nutzen; auto oder low wählen.</translation>
    </message>
    <message>
        <source>There is not enough memory for this job; close other programs and try again.</source>
        <translation>Für diesen Auftrag reicht der Speicher nicht; andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is not enough memory for this job; close other programs, or choose a smaller photo or model.</source>
        <translation>Für diesen Auftrag reicht der Speicher nicht; andere Programme schließen oder ein kleineres Foto oder Modell wählen.</translation>
    </message>
    <message>
        <source>There is nothing to save yet; open a photo first.</source>
        <translation>Es gibt noch nichts zu speichern; zuerst ein Foto öffnen.</translation>
    </message>
    <message>
        <source>This computer has no {name} device that can be used; choose auto or cpu, or in the window another device under Settings.</source>
        <translation>Dieser Rechner hat kein Gerät {name}, das sich nutzen lässt; unter „Einstellungen“ ein anderes Gerät wählen.</translation>
    </message>
    <message>
        <source>This inversion was begun with another photo, caption, model or settings; invert anew, without resuming.</source>
        <translation>Diese Inversion wurde mit einem anderen Foto, einer anderen Beschreibung, einem anderen Modell oder anderen Einstellungen begonnen; neu invertieren, ohne fortzusetzen.</translation>
    </message>
    <message>
        <source>This model has no attention layers “{prefix}”; choose from: {known}.</source>
        <translation>Dieses Modell hat keine Aufmerksamkeitsschichten „{prefix}“; zur Wahl stehen: {known}.</translation>
    </message>
    <message>
        <source>This model has {layers} self-attention layers; choose the first mutual one between 0 and {most}.</source>
        <translation>Dieses Modell hat {layers} Schichten mit Selbstaufmerksamkeit; die erste gemeinsame zwischen 0 und {most} wählen.</translation>
    </message>
    <message>
        <source>This photo was inverted with another model ({model}); invert it again with the current one to edit further.</source>
        <translation>Dieses Foto wurde mit einem anderen Modell invertiert ({model}); zum Weiterbearbeiten mit dem jetzigen noch einmal invertieren.</translation>
    </message>
    <message>
        <source>This photo was inverted with another model ({model}); invert it again with the current one to see its maps.</source>
        <translation>Dieses Foto wurde mit einem anderen Modell invertiert ({model}); für seine Karten mit dem jetzigen noch einmal invertieren.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele Ebenen symbolischer Verknüpfungen</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>What is left of this inversion is damaged; invert anew, without resuming.</source>
        <translation>Was von dieser Inversion übrig ist, ist beschädigt; neu invertieren, ohne fortzusetzen.</translation>
    </message>
    <message>
        <source>What you change cannot be kept against a crash for now; save the project often</source>
        <translation>Änderungen können derzeit nicht gegen einen Absturz gesichert werden; das Projekt oft speichern</translation>
    </message>
    <message>
        <source>a ControlNet, which only steers another model</source>
        <translation>ein ControlNet, das nur ein anderes Modell steuert</translation>
    </message>
    <message>
        <source>a Flux model</source>
        <translation>ein Flux-Modell</translation>
    </message>
    <message>
        <source>a LoRA, which only changes another model</source>
        <translation>ein LoRA, das nur ein anderes Modell verändert</translation>
    </message>
    <message>
        <source>a Stable Diffusion 3 model</source>
        <translation>ein Stable-Diffusion-3-Modell</translation>
    </message>
    <message>
        <source>a cross window ends before it begins</source>
        <translation>ein Kreuzfenster endet, bevor es beginnt</translation>
    </message>
    <message>
        <source>a depth-guided variant</source>
        <translation>eine tiefengeführte Variante</translation>
    </message>
    <message>
        <source>a folder has that name; choose another</source>
        <translation>ein Ordner heißt so; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>a key occurs twice</source>
        <translation>ein Schlüssel kommt zweimal vor</translation>
    </message>
    <message>
        <source>a member has a name that cannot be read</source>
        <translation>ein Bestandteil hat einen unlesbaren Namen</translation>
    </message>
    <message>
        <source>a member is missing, or one too many</source>
        <translation>ein Bestandteil fehlt oder ist zu viel</translation>
    </message>
    <message>
        <source>a member occurs twice</source>
        <translation>ein Bestandteil kommt zweimal vor</translation>
    </message>
    <message>
        <source>a noise network alone</source>
        <translation>nur ein Rauschnetz</translation>
    </message>
    <message>
        <source>a text encoder alone</source>
        <translation>nur ein Textencoder</translation>
    </message>
    <message>
        <source>a textual-inversion embedding, which is only a word</source>
        <translation>eine Textual-Inversion-Einbettung, die nur ein Wort ist</translation>
    </message>
    <message>
        <source>a value is not a number</source>
        <translation>ein Wert ist keine Zahl</translation>
    </message>
    <message>
        <source>a variant with {channels} input channels</source>
        <translation>eine Variante mit {channels} Eingangskanälen</translation>
    </message>
    <message>
        <source>an autoencoder (VAE) alone</source>
        <translation>nur ein Autoencoder (VAE)</translation>
    </message>
    <message>
        <source>an autoencoder alone</source>
        <translation>nur ein Autoencoder</translation>
    </message>
    <message>
        <source>an edit has a mask of an unknown kind</source>
        <translation>eine Bearbeitung hat eine Maske unbekannter Art</translation>
    </message>
    <message>
        <source>an edit has an id that is none</source>
        <translation>eine Bearbeitung hat eine ungültige Kennung</translation>
    </message>
    <message>
        <source>an edit refers to a picture that is none of its own</source>
        <translation>eine Bearbeitung verweist auf ein Bild, das nicht ihr eigenes ist</translation>
    </message>
    <message>
        <source>an edit refers to an inversion that is missing</source>
        <translation>eine Bearbeitung verweist auf eine fehlende Inversion</translation>
    </message>
    <message>
        <source>an image-to-image variant (InstructPix2Pix)</source>
        <translation>eine Bild-zu-Bild-Variante (InstructPix2Pix)</translation>
    </message>
    <message>
        <source>an inpainting variant</source>
        <translation>eine Inpainting-Variante</translation>
    </message>
    <message>
        <source>an unCLIP variant</source>
        <translation>eine unCLIP-Variante</translation>
    </message>
    <message>
        <source>an upscaler</source>
        <translation>ein Vergrößerungsmodell</translation>
    </message>
    <message>
        <source>another kind of model</source>
        <translation>ein Modell anderer Art</translation>
    </message>
    <message>
        <source>by its name, “{part}”; rename it if it is not</source>
        <translation>dem Namen nach, „{part}“; umbenennen, wenn es keines ist</translation>
    </message>
    <message>
        <source>by its scheduler</source>
        <translation>seinem Scheduler nach</translation>
    </message>
    <message>
        <source>it has a member that does not belong there</source>
        <translation>sie hat einen Bestandteil, der nicht hineingehört</translation>
    </message>
    <message>
        <source>it is another kind of file</source>
        <translation>sie ist eine Datei anderer Art</translation>
    </message>
    <message>
        <source>it is incomplete, or too large</source>
        <translation>sie ist unvollständig oder zu groß</translation>
    </message>
    <message>
        <source>it refers to something that is missing</source>
        <translation>sie verweist auf etwas, das fehlt</translation>
    </message>
    <message>
        <source>its autoencoder</source>
        <translation>der Autoencoder</translation>
    </message>
    <message>
        <source>its directory is damaged</source>
        <translation>ihr Verzeichnis ist beschädigt</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>ihr Ende fehlt</translation>
    </message>
    <message>
        <source>its owner must let you in first; accept its terms on its page and log in</source>
        <translation>der Eigentümer muss erst Zugang geben; auf der Seite des Modells die Bedingungen annehmen und sich anmelden</translation>
    </message>
    <message>
        <source>its pictures are packed too tightly</source>
        <translation>ihre Bilder sind zu dicht gepackt</translation>
    </message>
    <message>
        <source>its text encoder</source>
        <translation>der Textencoder</translation>
    </message>
    <message>
        <source>no plain {name} model (its text width is another)</source>
        <translation>kein einfaches {name}-Modell (seine Textbreite ist eine andere)</translation>
    </message>
    <message>
        <source>not a Stable Diffusion checkpoint</source>
        <translation>kein Stable-Diffusion-Checkpoint</translation>
    </message>
    <message>
        <source>nothing is left of it</source>
        <translation>nichts ist davon übrig</translation>
    </message>
    <message>
        <source>that place is read-only; save elsewhere</source>
        <translation>dieser Ort ist schreibgeschützt; anderswo speichern</translation>
    </message>
    <message>
        <source>the checksum of {name} is none</source>
        <translation>die Prüfsumme von {name} ist ungültig</translation>
    </message>
    <message>
        <source>the checksum of {name} is wrong</source>
        <translation>die Prüfsumme von {name} ist falsch</translation>
    </message>
    <message>
        <source>the crop lies outside the photo</source>
        <translation>der Ausschnitt liegt außerhalb des Fotos</translation>
    </message>
    <message>
        <source>the file would be too large there; save elsewhere</source>
        <translation>die Datei wäre dort zu groß; anderswo speichern</translation>
    </message>
    <message>
        <source>the folder does not exist; save elsewhere</source>
        <translation>den Ordner gibt es nicht; anderswo speichern</translation>
    </message>
    <message>
        <source>the hub cannot be reached or the disk cannot be written; try again later</source>
        <translation>der Hub ist nicht erreichbar oder der Datenträger nicht beschreibbar; später noch einmal versuchen</translation>
    </message>
    <message>
        <source>the hub has no such model; check the spelling</source>
        <translation>der Hub hat kein solches Modell; die Schreibweise prüfen</translation>
    </message>
    <message>
        <source>the members are too large</source>
        <translation>die Bestandteile sind zu groß</translation>
    </message>
    <message>
        <source>the model&apos;s location is not on this machine</source>
        <translation>das Modell liegt nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation>der Name ist zu lang; einen kürzeren wählen</translation>
    </message>
    <message>
        <source>there are masks, but nothing to lay them on</source>
        <translation>es gibt Masken, aber nichts, worauf sie liegen</translation>
    </message>
    <message>
        <source>there is no space left there; free some, or save elsewhere</source>
        <translation>dort ist kein Platz mehr; Platz schaffen oder anderswo speichern</translation>
    </message>
    <message>
        <source>too many edits are stacked</source>
        <translation>zu viele Bearbeitungen sind gestapelt</translation>
    </message>
    <message>
        <source>trained with another kind of noise (EDM)</source>
        <translation>mit einer anderen Art Rauschen trainiert (EDM)</translation>
    </message>
    <message>
        <source>you may not write there; save elsewhere</source>
        <translation>dort darf nicht geschrieben werden; anderswo speichern</translation>
    </message>
    <message>
        <source>your share of that disk is used up; free some, or save elsewhere</source>
        <translation>das Kontingent auf diesem Datenträger ist aufgebraucht; Platz schaffen oder anderswo speichern</translation>
    </message>
    <message>
        <source>{count:.1f} GB</source>
        <translation>{count:.1f} GB</translation>
    </message>
    <message>
        <source>{count:.1f} MB</source>
        <translation>{count:.1f} MB</translation>
    </message>
    <message>
        <source>{file} of “{model}” arrived damaged; download it again.</source>
        <translation>{file} von „{model}“ kam beschädigt an; noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} ist nicht lesbar</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>{name} ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>{name} has another size than it says</source>
        <translation>{name} hat eine andere Größe als angegeben</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} fehlt</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} ist keine Zahl</translation>
    </message>
    <message>
        <source>{name} is packed in another way</source>
        <translation>{name} ist anders gepackt</translation>
    </message>
    <message>
        <source>{name} is packed too tightly</source>
        <translation>{name} ist zu dicht gepackt</translation>
    </message>
    <message>
        <source>{name} is too large</source>
        <translation>{name} ist zu groß</translation>
    </message>
    <message>
        <source>{problem} ({reason}).</source>
        <translation>{problem} ({reason}).</translation>
    </message>
    <message>
        <source>{reason}; try again, or save elsewhere</source>
        <translation>{reason}; noch einmal versuchen oder anderswo speichern</translation>
    </message>
    <message>
        <source>{what} must be a share between 0 and 1.</source>
        <translation>{what} muss ein Anteil zwischen 0 und 1 sein.</translation>
    </message>
    <message>
        <source>{where} has a damaged header</source>
        <translation>der Kopf von {where} ist beschädigt</translation>
    </message>
    <message>
        <source>{where} has an array that does not belong there</source>
        <translation>{where} hat ein Feld, das nicht hineingehört</translation>
    </message>
    <message>
        <source>{where} has an id twice</source>
        <translation>{where} hat eine Kennung zweimal</translation>
    </message>
    <message>
        <source>{where} has another size or kind</source>
        <translation>{where} hat eine andere Größe oder Art</translation>
    </message>
    <message>
        <source>{where} has too many values</source>
        <translation>{where} hat zu viele Werte</translation>
    </message>
    <message>
        <source>{where} is a GGUF file, which this program does not read; get it as .safetensors.</source>
        <translation>{where} ist eine GGUF-Datei, die dieses Programm nicht liest; das Modell als .safetensors beschaffen.</translation>
    </message>
    <message>
        <source>{where} is a pickled checkpoint, which can run code; get it as .safetensors.</source>
        <translation>{where} ist ein Pickle-Checkpoint, der Code ausführen kann; das Modell als .safetensors beschaffen.</translation>
    </message>
    <message>
        <source>{where} is a pointer to the weights, not the weights; download the file itself.</source>
        <translation>{where} ist ein Verweis auf die Gewichte, nicht die Gewichte; die Datei selbst herunterladen.</translation>
    </message>
    <message>
        <source>{where} is a text file, not a model; choose a .safetensors checkpoint.</source>
        <translation>{where} ist eine Textdatei, kein Modell; einen .safetensors-Checkpoint wählen.</translation>
    </message>
    <message>
        <source>{where} is damaged</source>
        <translation>{where} ist beschädigt</translation>
    </message>
    <message>
        <source>{where} is not an object</source>
        <translation>{where} ist kein Objekt</translation>
    </message>
    <message>
        <source>{where} is not valid JSON</source>
        <translation>{where} ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>{where} lacks an array or its description</source>
        <translation>in {where} fehlt ein Feld oder seine Beschreibung</translation>
    </message>
    <message>
        <source>{where} lacks {key}</source>
        <translation>in {where} fehlt {key}</translation>
    </message>
    <message>
        <source>{where}.{key} is not as expected</source>
        <translation>{where}.{key} ist nicht wie erwartet</translation>
    </message>
    <message>
        <source>{where}: the shapes of its arrays do not fit together</source>
        <translation>{where}: die Formen der Felder passen nicht zusammen</translation>
    </message>
    <message>
        <source>{where}: timesteps are out of order</source>
        <translation>{where}: die Zeitschritte sind nicht in Reihenfolge</translation>
    </message>
    <message>
        <source>{where}: word_maps is out of range</source>
        <translation>{where}: word_maps liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>{where}: {name} has another type or shape</source>
        <translation>{where}: {name} hat einen anderen Typ oder eine andere Form</translation>
    </message>
    <message>
        <source>{where}: {name} holds values that are no numbers</source>
        <translation>{where}: {name} enthält Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>{width} x {height} pixels are too many for {kind}; export as PNG or TIFF.</source>
        <translation>{width} x {height} Pixel sind zu viele für {kind}; als PNG oder TIFF exportieren.</translation>
    </message>
    <message>
        <source>“{model}” cannot be downloaded: {reason}.</source>
        <translation>„{model}“ kann nicht heruntergeladen werden: {reason}.</translation>
    </message>
    <message>
        <source>“{model}” cannot be read ({reason}); check its permissions.</source>
        <translation>„{model}“ ist nicht lesbar ({reason}); die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>“{model}” has no safetensors weights, the only ones that are read; look for a model that has.</source>
        <translation>„{model}“ hat keine safetensors-Gewichte, und nur diese werden gelesen; ein Modell mit solchen suchen.</translation>
    </message>
    <message>
        <source>“{model}” is not a hub id; it has the form owner/name.</source>
        <translation>„{model}“ ist keine Hub-Kennung; sie hat die Form owner/name.</translation>
    </message>
    <message>
        <source>“{model}” is not laid out as a diffusers model; download its .safetensors checkpoint yourself and name the file.</source>
        <translation>„{model}“ ist nicht wie ein diffusers-Modell aufgebaut; den .safetensors-Checkpoint selbst herunterladen und die Datei angeben.</translation>
    </message>
    <message>
        <source>“{model}” needs {needed}, the disk has {free}; free some space.</source>
        <translation>„{model}“ braucht {needed}, auf dem Datenträger sind {free} frei; Platz schaffen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be a model&apos;s name; use letters, digits, blanks and hyphens.</source>
        <translation>„{name}“ kann kein Modellname sein; Buchstaben, Ziffern, Leerzeichen und Bindestriche verwenden.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read ({reason}); check that you may open it.</source>
        <translation>„{name}“ ist nicht lesbar ({reason}); prüfen, ob die Datei geöffnet werden darf.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read ({reason}); try a copy of it.</source>
        <translation>„{name}“ ist nicht lesbar ({reason}); eine Kopie davon versuchen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be recovered ({reason}); open the file it was last saved to.</source>
        <translation>„{name}“ kann nicht wiederhergestellt werden ({reason}); die zuletzt gespeicherte Datei öffnen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: {reason}.</source>
        <translation>„{name}“ kann nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written as {kind}; choose another format.</source>
        <translation>„{name}“ kann nicht als {kind} geschrieben werden; ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>“{name}” has no suffix of a picture that can be written; use one of {known}.</source>
        <translation>„{name}“ hat keine Endung eines Bildes, das geschrieben werden kann; eine von diesen verwenden: {known}.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels, more than {most} megapixels; make it smaller first.</source>
        <translation>„{name}“ hat zu viele Pixel, mehr als {most} Megapixel; zuerst verkleinern.</translation>
    </message>
    <message>
        <source>“{name}” has {width} x {height} pixels, more than {most} megapixels; make it smaller first.</source>
        <translation>„{name}“ hat {width} x {height} Pixel, mehr als {most} Megapixel; zuerst verkleinern.</translation>
    </message>
    <message>
        <source>“{name}” holds far more than a photo does beside its pixels; save it anew without metadata.</source>
        <translation>„{name}“ enthält neben seinen Pixeln weit mehr als ein Foto sonst; ohne Metadaten neu speichern.</translation>
    </message>
    <message>
        <source>“{name}” is SDXL&apos;s refiner; choose the base model.</source>
        <translation>„{name}“ ist der Refiner von SDXL; das Basismodell wählen.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC photo, which cannot be opened yet; save it as JPEG or PNG first.</source>
        <translation>„{name}“ ist ein HEIC-Foto, das noch nicht geöffnet werden kann; zuerst als JPEG oder PNG speichern.</translation>
    </message>
    <message>
        <source>“{name}” is a LoRA, which only changes another model; choose a whole model.</source>
        <translation>„{name}“ ist ein LoRA, das nur ein anderes Modell verändert; ein ganzes Modell wählen.</translation>
    </message>
    <message>
        <source>“{name}” is a few-step distilled model ({kind}): null-text inversion needs classifier-free guidance and many small steps, which such a model was trained to do without; choose the model it was distilled from.</source>
        <translation>„{name}“ ist ein destilliertes Modell mit wenigen Schritten ({kind}): Null-Text-Inversion braucht classifier-free guidance und viele kleine Schritte, ohne die ein solches Modell auskommen soll; das Modell wählen, aus dem es destilliert wurde.</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a photo inside it.</source>
        <translation>„{name}“ ist ein Ordner; ein Foto darin wählen.</translation>
    </message>
    <message>
        <source>“{name}” is an inpainting or image-to-image variant ({channels} input channels); choose the plain text-to-image model.</source>
        <translation>„{name}“ ist eine Inpainting- oder Bild-zu-Bild-Variante ({channels} Eingangskanäle); das einfache Text-zu-Bild-Modell wählen.</translation>
    </message>
    <message>
        <source>“{name}” is being recovered in another window; look there.</source>
        <translation>„{name}“ wird gerade in einem anderen Fenster wiederhergestellt; dort nachsehen.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete; try another copy of the photo.</source>
        <translation>„{name}“ ist beschädigt oder unvollständig; eine andere Kopie des Fotos versuchen.</translation>
    </message>
    <message>
        <source>“{name}” is empty; choose another photo.</source>
        <translation>„{name}“ ist leer; ein anderes Foto wählen.</translation>
    </message>
    <message>
        <source>“{name}” is full of pictures of that name; choose another folder.</source>
        <translation>„{name}“ ist voller Bilder dieses Namens; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {most} MiB; save it smaller first.</source>
        <translation>„{name}“ ist größer als {most} MiB; zuerst kleiner speichern.</translation>
    </message>
    <message>
        <source>“{name}” is no project, or damaged ({reason}); try a backup.</source>
        <translation>„{name}“ ist kein Projekt oder beschädigt ({reason}); eine Sicherungskopie versuchen.</translation>
    </message>
    <message>
        <source>“{name}” is no project, or damaged; try a backup.</source>
        <translation>„{name}“ ist kein Projekt oder beschädigt; eine Sicherungskopie versuchen.</translation>
    </message>
    <message>
        <source>“{name}” is not a Stable Diffusion model but made for {pipeline}: its {part} is not a {kind}.</source>
        <translation>„{name}“ ist kein Stable-Diffusion-Modell, sondern für {pipeline} gemacht: {part} ist kein {kind}.</translation>
    </message>
    <message>
        <source>“{name}” is not a photo that can be opened; choose a PNG, JPEG, WebP, TIFF, BMP or GIF file.</source>
        <translation>„{name}“ ist kein Foto, das geöffnet werden kann; eine Datei als PNG, JPEG, WebP, TIFF, BMP oder GIF wählen.</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file; choose a photo.</source>
        <translation>„{name}“ ist keine gewöhnliche Datei; ein Foto wählen.</translation>
    </message>
    <message>
        <source>“{name}” is only {width} x {height} pixels; choose a larger photo.</source>
        <translation>„{name}“ hat nur {width} x {height} Pixel; ein größeres Foto wählen.</translation>
    </message>
    <message>
        <source>“{name}” is steered by more than a caption; choose a plain text-to-image model.</source>
        <translation>„{name}“ wird von mehr als einer Beschreibung gesteuert; ein einfaches Text-zu-Bild-Modell wählen.</translation>
    </message>
    <message>
        <source>“{name}” is {kind}; choose a plain Stable Diffusion 1.x, 2.x or XL checkpoint.</source>
        <translation>„{name}“ ist {kind}; einen einfachen Checkpoint von Stable Diffusion 1.x, 2.x oder XL wählen.</translation>
    </message>
    <message>
        <source>“{name}” is {kind}; choose the folder of a whole model.</source>
        <translation>„{name}“ ist {kind}; den Ordner eines ganzen Modells wählen.</translation>
    </message>
    <message>
        <source>“{name}” lacks {missing}; get the full checkpoint.</source>
        <translation>In „{name}“ fehlt {missing}; den vollständigen Checkpoint beschaffen.</translation>
    </message>
    <message>
        <source>“{name}” no longer holds what was found for “{caption}” ({reason}); export its edits and delete that caption, or go on with a backup of the file.</source>
        <translation>„{name}“ enthält nicht mehr, was für „{caption}“ gefunden wurde ({reason}); ihre Bearbeitungen exportieren und diese Beschreibung löschen oder mit einer Sicherungskopie der Datei weitermachen.</translation>
    </message>
    <message>
        <source>“{name}” predicts the picture itself, not its noise (prediction_type: sample); choose another model.</source>
        <translation>„{name}“ sagt das Bild selbst vorher, nicht sein Rauschen (prediction_type: sample); ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer NTI Desktop; update the program to open it.</source>
        <translation>„{name}“ wurde mit einem neueren NTI Desktop gemacht; zum Öffnen das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>“{name}” was not saved: it could not be opened again ({reason}); undo the last change.</source>
        <translation>„{name}“ wurde nicht gespeichert: Es ließe sich nicht wieder öffnen ({reason}); die letzte Änderung rückgängig machen.</translation>
    </message>
    <message>
        <source>“{name}” was not saved: it would be larger than 4 GiB; delete some edits first.</source>
        <translation>„{name}“ wurde nicht gespeichert: Die Datei wäre größer als 4 GiB; zuerst einige Bearbeitungen löschen.</translation>
    </message>
    <message>
        <source>“{name}” was not saved: {reason}</source>
        <translation>„{name}“ wurde nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <source>“{name}” was not saved: {reason}.</source>
        <translation>„{name}“ wurde nicht gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” was trained with another kind of noise (EDM or flow); choose another model.</source>
        <translation>„{name}“ wurde mit einer anderen Art Rauschen trainiert (EDM oder Flow); ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>“{text}” does not fit here; type numbers from {least:g} to {most:g} with commas between them.</source>
        <translation>„{text}“ passt hier nicht; Zahlen von {least:g} bis {most:g} eingeben, mit Semikolons dazwischen.</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Back to the photo; the variations stay here (Escape)</source>
        <translation>Zurück zum Foto; die Varianten bleiben hier (Escape)</translation>
    </message>
    <message>
        <source>Back to the photo</source>
        <translation>Zurück zum Foto</translation>
    </message>
    <message>
        <source>Each is made from the edit as it is now. Click one to see it large; keep what you like.</source>
        <translation>Jede wird aus der jetzigen Bearbeitung gemacht. Eine anklicken, um sie groß zu sehen; behalten, was gefällt.</translation>
    </message>
    <message>
        <source>Try variations</source>
        <translation>Varianten ausprobieren</translation>
    </message>
    <message>
        <source>Sample photo: {caption}</source>
        <translation>Beispielfoto: {caption}</translation>
    </message>
    <message>
        <source>Open this sample: {caption}</source>
        <translation>Dieses Beispiel öffnen: {caption}</translation>
    </message>
    <message>
        <source>Remove from this list; the file stays (Delete)</source>
        <translation>Aus dieser Liste entfernen; die Datei bleibt (Entf)</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>{name} aus der Liste entfernen</translation>
    </message>
    <message>
        <source>{path} is gone</source>
        <translation>{path} ist nicht mehr da</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>{name}, which is gone</source>
        <translation>{name}, nicht mehr da</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>{kind} in {folder}</source>
        <translation>{kind} in {folder}</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>Photos and projects</source>
        <translation>Fotos und Projekte</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Export the edited photo</source>
        <translation>Bearbeitetes Foto exportieren</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>In einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>Änderungen an „{name}“ speichern?</translation>
    </message>
    <message>
        <source>The edits made since the last save are lost otherwise.</source>
        <translation>Sonst gehen die seit dem letzten Speichern gemachten Bearbeitungen verloren.</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and close?</source>
        <translation>Ein Auftrag läuft noch. Anhalten und schließen?</translation>
    </message>
    <message>
        <source>{count} jobs are not done yet. Stop them and close?</source>
        <translation>{count} Aufträge sind noch nicht fertig. Anhalten und schließen?</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and open the other file?</source>
        <translation>Ein Auftrag läuft noch. Anhalten und die andere Datei öffnen?</translation>
    </message>
    <message>
        <source>{count} jobs are not done yet. Stop them and open the other file?</source>
        <translation>{count} Aufträge sind noch nicht fertig. Anhalten und die andere Datei öffnen?</translation>
    </message>
    <message>
        <source>Stop and open</source>
        <translation>Anhalten und öffnen</translation>
    </message>
    <message>
        <source>What is done of an inversion is kept, to go on later; an edit has to be made again.</source>
        <translation>Was von einer Inversion fertig ist, bleibt erhalten und geht später weiter; eine Bearbeitung muss neu gemacht werden.</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program or window.</source>
        <translation>„{name}“ wurde von einem anderen Programm oder Fenster geändert.</translation>
    </message>
    <message>
        <source>Overwriting it loses what was saved there since you opened it.</source>
        <translation>Beim Überschreiben geht verloren, was dort seit dem Öffnen gespeichert wurde.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Nothing is fetched from the web: save the picture to your disk, then open it from there.</source>
        <translation>Aus dem Netz wird nichts geholt: Das Bild auf der Festplatte speichern und von dort öffnen.</translation>
    </message>
    <message>
        <source>One photo at a time: “{name}” was opened, {others} more were not.</source>
        <translation>Ein Foto auf einmal: „{name}“ wurde geöffnet, {others} weitere nicht.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard; copy one and paste again.</source>
        <translation>In der Zwischenablage ist kein Bild; eines kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>PNG: every pixel kept</source>
        <translation>PNG: jedes Pixel bleibt erhalten</translation>
    </message>
    <message>
        <source>JPEG: small, opens everywhere</source>
        <translation>JPEG: klein, überall zu öffnen</translation>
    </message>
    <message>
        <source>WebP: small, or every pixel kept</source>
        <translation>WebP: klein, oder jedes Pixel bleibt erhalten</translation>
    </message>
    <message>
        <source>TIFF: for print and other editors</source>
        <translation>TIFF: für den Druck und andere Programme</translation>
    </message>
    <message>
        <source>The edit you see</source>
        <translation>Die angezeigte Bearbeitung</translation>
    </message>
    <message>
        <source>Starred edits ({number})</source>
        <translation>Bearbeitungen mit Stern ({number})</translation>
    </message>
    <message>
        <source>All edits ({number})</source>
        <translation>Alle Bearbeitungen ({number})</translation>
    </message>
    <message>
        <source>The reconstruction, without an edit</source>
        <translation>Die Rekonstruktion, ohne Bearbeitung</translation>
    </message>
    <message>
        <source>JPEG has no transparency: what is clear becomes white.</source>
        <translation>JPEG kennt keine Transparenz: Durchsichtiges wird weiß.</translation>
    </message>
    <message>
        <source>The original has more than 8 bits for each colour; the file has 8.</source>
        <translation>Das Original hat mehr als 8 Bit je Farbe; die Datei hat 8.</translation>
    </message>
    <message>
        <source>The original has colours for print; the file has those of screens (sRGB).</source>
        <translation>Das Original hat Farben für den Druck; die Datei hat die von Bildschirmen (sRGB).</translation>
    </message>
    <message>
        <source>Untouched pixels come close to the original&apos;s, but are not equal to them.</source>
        <translation>Unberührte Pixel kommen denen des Originals nahe, sind ihnen aber nicht gleich.</translation>
    </message>
    <message>
        <source>Note in the file that AI edited it</source>
        <translation>In der Datei vermerken, dass KI sie bearbeitet hat</translation>
    </message>
    <message>
        <source>Export nothing (Escape)</source>
        <translation>Nichts exportieren (Escape)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Choose where to write it (Enter)</source>
        <translation>Auswählen, wohin sie geschrieben wird (Eingabe)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Which pictures to write</source>
        <translation>Welche Bilder geschrieben werden</translation>
    </message>
    <message>
        <source>The kind of file; all keep colour profile and camera data</source>
        <translation>Die Art der Datei; alle behalten Farbprofil und Kameradaten</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>Höher sieht besser aus und macht die Datei größer</translation>
    </message>
    <message>
        <source>Merged into your photo, or as the model made it</source>
        <translation>Ins Foto eingefügt, oder wie das Modell es gemacht hat</translation>
    </message>
    <message>
        <source>Writes the press standard&apos;s mark (IPTC) into the file&apos;s metadata</source>
        <translation>Schreibt die Kennzeichnung des Pressestandards (IPTC) in die Metadaten der Datei</translation>
    </message>
    <message>
        <source>every pixel kept</source>
        <translation>jedes Pixel bleibt erhalten</translation>
    </message>
    <message>
        <source>Full resolution{size}</source>
        <translation>Volle Auflösung{size}</translation>
    </message>
    <message>
        <source>As the model made it{size}</source>
        <translation>Wie vom Modell gemacht{size}</translation>
    </message>
    <message>
        <source>There is no edited photo yet: change a word, press Apply, then export.</source>
        <translation>Es gibt noch kein bearbeitetes Foto: ein Wort ändern, „Anwenden“ drücken, dann exportieren.</translation>
    </message>
    <message>
        <source>No edit has a star yet: star those that you like, then export.</source>
        <translation>Noch keine Bearbeitung hat einen Stern: die besten markieren, dann exportieren.</translation>
    </message>
    <message>
        <source>There is no photo yet: open one first.</source>
        <translation>Es gibt noch kein Foto: zuerst eines öffnen.</translation>
    </message>
    <message>
        <source>Exporting “{name}”…</source>
        <translation>„{name}“ wird exportiert …</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert …</translation>
    </message>
    <message>
        <source>Copied, {width} × {height} pixels.</source>
        <translation>Kopiert, {width} × {height} Pixel.</translation>
    </message>
    <message>
        <source>Exported {number} pictures into {folder}.</source>
        <translation>{number} Bilder nach {folder} exportiert.</translation>
    </message>
    <message>
        <source>Exported as {name}, {width} × {height} pixels.</source>
        <translation>Als {name} exportiert, {width} × {height} Pixel.</translation>
    </message>
    <message>
        <source>“{name}” is open in another window. Change it there; what is done here can only be saved under another name.</source>
        <translation>„{name}“ ist in einem anderen Fenster geöffnet. Dort ändern; was hier getan wird, lässt sich nur unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>“{name}” is open in another window; save it here under another name.</source>
        <translation>„{name}“ ist in einem anderen Fenster geöffnet; hier unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Opening “{name}”…</source>
        <translation>„{name}“ wird geöffnet …</translation>
    </message>
    <message>
        <source>Opening the picture from the clipboard…</source>
        <translation>Das Bild aus der Zwischenablage wird geöffnet …</translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation>Eingefügtes Foto</translation>
    </message>
    <message>
        <source>Saving “{name}”…</source>
        <translation>„{name}“ wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Stopping the running job…</source>
        <translation>Der laufende Auftrag wird angehalten …</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>Open a photo…</source>
        <translation>Foto öffnen …</translation>
    </message>
    <message>
        <source>Choose a photo or a project from your disk (Ctrl+O)</source>
        <translation>Ein Foto oder ein Projekt von der Festplatte auswählen (Strg+O)</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation>Oder eines von diesen ausprobieren</translation>
    </message>
    <message>
        <source>Edit a photo by editing its description</source>
        <translation>Ein Foto bearbeiten, indem man seine Beschreibung bearbeitet</translation>
    </message>
    <message>
        <source>Drop a photo here, paste one, or choose it from your disk.</source>
        <translation>Ein Foto hierher ziehen, einfügen oder von der Festplatte auswählen.</translation>
    </message>
    <message>
        <source>Paused after {done} of {steps} steps; go on whenever you like.</source>
        <translation>Nach {done} von {steps} Schritten pausiert; jederzeit fortsetzbar.</translation>
    </message>
    <message>
        <source>Cancelled; nothing else has changed.</source>
        <translation>Abgebrochen; sonst hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Describe the photo in one sentence first, for example “a red mug on a wooden table”.</source>
        <translation>Zuerst das Foto in einem Satz beschreiben, zum Beispiel „a red mug on a wooden table“.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop for now and keep what is done; go on whenever you like</source>
        <translation>Vorerst anhalten und behalten, was getan ist; jederzeit fortsetzbar</translation>
    </message>
    <message>
        <source>Stop this job; nothing else is lost (Escape)</source>
        <translation>Diesen Auftrag anhalten; sonst geht nichts verloren (Escape)</translation>
    </message>
    <message>
        <source>Loss of each timestep</source>
        <translation>Verlust jedes Zeitschritts</translation>
    </message>
    <message>
        <source>Noisiest at the left; a stronger colour is more work</source>
        <translation>Der verrauschteste links; eine kräftigere Farbe heißt mehr Arbeit</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>How much of this job is done</source>
        <translation>Wie viel von diesem Auftrag getan ist</translation>
    </message>
    <message>
        <source>How often the model&apos;s network is evaluated in a second: the job&apos;s speed</source>
        <translation>Wie oft das Netz des Modells je Sekunde ausgewertet wird: die Geschwindigkeit des Auftrags</translation>
    </message>
    <message>
        <source>PSNR, in decibels; higher is closer. It is measured on the preview, which is a rough picture: the finished reconstruction comes closer.</source>
        <translation>PSNR in Dezibel; höher ist näher. Gemessen an der Vorschau, einem groben Bild: Die fertige Rekonstruktion kommt näher.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Let the chosen job begin sooner (Alt+Up)</source>
        <translation>Den ausgewählten Auftrag früher beginnen lassen (Alt+Auf)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Let the chosen job wait longer (Alt+Down)</source>
        <translation>Den ausgewählten Auftrag länger warten lassen (Alt+Ab)</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take the chosen job out of the queue (Delete)</source>
        <translation>Den ausgewählten Auftrag aus der Warteschlange nehmen (Entf)</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Stop the running job, and take all others out of the queue</source>
        <translation>Den laufenden Auftrag anhalten und alle anderen aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>Waiting ({count})</source>
        <translation>Wartend ({count})</translation>
    </message>
    <message>
        <source>Waiting jobs</source>
        <translation>Wartende Aufträge</translation>
    </message>
    <message>
        <source>The next job is on top; drag a job to another place, or drop it with Delete</source>
        <translation>Der nächste Auftrag steht oben; einen Auftrag an eine andere Stelle ziehen oder mit Entf herausnehmen</translation>
    </message>
    <message>
        <source>Inverting</source>
        <translation>Invertieren läuft</translation>
    </message>
    <message>
        <source>Making the edit</source>
        <translation>Bearbeitung wird gemacht</translation>
    </message>
    <message>
        <source>Reading the attention maps</source>
        <translation>Aufmerksamkeitskarten werden gelesen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeitung</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Foto wird gelesen</translation>
    </message>
    <message>
        <source>Following the photo back to noise</source>
        <translation>Das Foto wird zum Rauschen zurückverfolgt</translation>
    </message>
    <message>
        <source>Checking that it comes back</source>
        <translation>Es wird geprüft, ob es zurückkommt</translation>
    </message>
    <message>
        <source>Painting the edit</source>
        <translation>Die Bearbeitung wird gemalt</translation>
    </message>
    <message>
        <source>Looking where each word is</source>
        <translation>Es wird gesucht, wo jedes Wort ist</translation>
    </message>
    <message>
        <source>Finishing the picture</source>
        <translation>Das Bild wird fertiggestellt</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird pausiert …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>{number} of {count}:</source>
        <translation>{number} von {count}:</translation>
    </message>
    <message>
        <source>estimating the time…</source>
        <translation>die Zeit wird geschätzt …</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>fast fertig</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>eine Sekunde</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} Stunden</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>The published method, number for number: learns most about the photo, takes longest.</source>
        <translation>Die veröffentlichte Methode, Zahl für Zahl: Sie lernt am meisten über das Foto und dauert am längsten.</translation>
    </message>
    <message>
        <source>The same idea for a fraction of the work; try it with models of your own.</source>
        <translation>Derselbe Gedanke für einen Bruchteil der Arbeit; mit eigenen Modellen ausprobieren.</translation>
    </message>
    <message>
        <source>Nothing is learned, corrections alone hold the photo. The quickest, and with the bundled model the best at new colours.</source>
        <translation>Nichts wird gelernt, allein Korrekturen halten das Foto. Am schnellsten und mit dem mitgelieferten Modell am besten bei neuen Farben.</translation>
    </message>
    <message>
        <source>{psnr} dB, {best}</source>
        <translation>{psnr} dB, {best}</translation>
    </message>
    <message>
        <source>roughly {time}</source>
        <translation>ungefähr {time}</translation>
    </message>
    <message>
        <source>up to {time}</source>
        <translation>bis zu {time}</translation>
    </message>
    <message>
        <source>roughly up to {time}</source>
        <translation>ungefähr bis zu {time}</translation>
    </message>
    <message>
        <source>{ratio} × the work of “{name}”</source>
        <translation>{ratio} × die Arbeit von „{name}“</translation>
    </message>
    <message>
        <source>“{name}” takes {time} on this computer.</source>
        <translation>„{name}“ dauert auf diesem Rechner {time}.</translation>
    </message>
    <message>
        <source>“{name}” takes {time}.</source>
        <translation>„{name}“ dauert {time}.</translation>
    </message>
    <message>
        <source>With a graphics card (GPU) it is many times quicker.</source>
        <translation>Mit einer Grafikkarte (GPU) geht es um ein Vielfaches schneller.</translation>
    </message>
    <message>
        <source>{count} evaluations/s</source>
        <translation>{count} Auswertungen/s</translation>
    </message>
    <message>
        <source>Finding how to bring it back</source>
        <translation>Es wird gesucht, wie es zurückkommt</translation>
    </message>
    <message>
        <source>The preview is at {db} dB of the photo</source>
        <translation>Die Vorschau liegt bei {db} dB zum Foto</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Copy what a bug report needs; names, folders and captions are left out</source>
        <translation>Kopieren, was ein Fehlerbericht braucht; Namen, Ordner und Beschreibungen sind ausgelassen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>Den Ordner eines Modells auswählen</translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation>Die Datei eines Modells auswählen</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>{name} is used from now on.</source>
        <translation>{name} wird von nun an verwendet.</translation>
    </message>
    <message>
        <source>Added as “{name}”.</source>
        <translation>Als „{name}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>{name} has arrived whole and can be used.</source>
        <translation>{name} ist vollständig angekommen und kann verwendet werden.</translation>
    </message>
    <message>
        <source>With another model the photo is inverted again; what was made with this one stays in the project and can be chosen again.</source>
        <translation>Mit einem anderen Modell wird das Foto neu invertiert; was mit diesem gemacht wurde, bleibt im Projekt und kann wieder ausgewählt werden.</translation>
    </message>
    <message>
        <source>Another model may see another part of the photo: look at the frame after choosing.</source>
        <translation>Ein anderes Modell sieht vielleicht einen anderen Teil des Fotos: nach dem Auswählen den Rahmen ansehen.</translation>
    </message>
    <message>
        <source>The model in use is the one that the next photo is edited with.</source>
        <translation>Mit dem Modell in Gebrauch wird das nächste Foto bearbeitet.</translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation>owner/name</translation>
    </message>
    <message>
        <source>Hub id of a model</source>
        <translation>Hub-Kennung eines Modells</translation>
    </message>
    <message>
        <source>The id of a Stable Diffusion model on the Hugging Face hub, as owner/name</source>
        <translation>Die Kennung eines Stable-Diffusion-Modells auf dem Hugging-Face-Hub, als owner/name</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Ask how large it is; nothing is downloaded yet</source>
        <translation>Fragen, wie groß es ist; noch wird nichts heruntergeladen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Fetch the model; it can be paused at any time</source>
        <translation>Das Modell holen; das lässt sich jederzeit pausieren</translation>
    </message>
    <message>
        <source>Stop for now; what has arrived is kept, even over a restart</source>
        <translation>Vorerst anhalten; was angekommen ist, bleibt, auch über einen Neustart</translation>
    </message>
    <message>
        <source>Do not download it; incomplete files are deleted</source>
        <translation>Es nicht herunterladen; unvollständige Dateien werden gelöscht</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>{model}: {count} files, {size}.</source>
        <translation>{model}: {count} Dateien, {size}.</translation>
    </message>
    <message>
        <source>{model}: {arrived} of {size}; checked when it is complete.</source>
        <translation>{model}: {arrived} von {size}; wird nach dem Ende geprüft.</translation>
    </message>
    <message>
        <source>{model}: paused at {arrived} of {size}.</source>
        <translation>{model}: pausiert bei {arrived} von {size}.</translation>
    </message>
    <message>
        <source>Edit with {name} from now on</source>
        <translation>Von nun an mit {name} bearbeiten</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>{name} von der Liste nehmen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Its files were downloaded by the app. Keep them for another time?</source>
        <translation>Seine Dateien hat die App heruntergeladen. Für ein anderes Mal behalten?</translation>
    </message>
    <message>
        <source>It is taken off the list; its files stay where they are.</source>
        <translation>Es wird von der Liste genommen; seine Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Doch nicht</translation>
    </message>
    <message>
        <source>Leave the model on the list</source>
        <translation>Das Modell auf der Liste lassen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation>Die Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Delete the files</source>
        <translation>Dateien löschen</translation>
    </message>
    <message>
        <source>Frees the disk; it can be downloaded again</source>
        <translation>Gibt Festplattenplatz frei; es lässt sich erneut herunterladen</translation>
    </message>
    <message>
        <source>{name} (comes with the app)</source>
        <translation>{name} (in der App enthalten)</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Dieser Rechner wird angesehen …</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>A model in the layout of diffusers, with its model_index.json</source>
        <translation>Ein Modell im Aufbau von diffusers, mit seiner model_index.json</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen …</translation>
    </message>
    <message>
        <source>A .safetensors checkpoint of Stable Diffusion</source>
        <translation>Ein .safetensors-Checkpoint von Stable Diffusion</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Plain Stable Diffusion 1.x, 2.x and XL models can be used, as safetensors.</source>
        <translation>Einfache Stable-Diffusion-Modelle 1.x, 2.x und XL sind verwendbar, als safetensors.</translation>
    </message>
    <message>
        <source>Or download one</source>
        <translation>Oder eines herunterladen</translation>
    </message>
    <message>
        <source>This computer computes on its graphics card ({name}).</source>
        <translation>Dieser Rechner rechnet auf seiner Grafikkarte ({name}).</translation>
    </message>
    <message>
        <source>This computer has a graphics card ({name}), but this installation of the app computes on the processor only.</source>
        <translation>Dieser Rechner hat eine Grafikkarte ({name}), aber diese Installation der App rechnet nur auf dem Prozessor.</translation>
    </message>
    <message>
        <source>This computer has no graphics card that the app can use: the processor computes.</source>
        <translation>Dieser Rechner hat keine Grafikkarte, die die App nutzen kann: Der Prozessor rechnet.</translation>
    </message>
    <message>
        <source>{free} of memory are free now.</source>
        <translation>{free} Speicher sind gerade frei.</translation>
    </message>
    <message>
        <source>Its files are not here any more: download it again below, or take it off the list.</source>
        <translation>Seine Dateien sind nicht mehr da: unten erneut herunterladen oder von der Liste nehmen.</translation>
    </message>
    <message>
        <source>{family}, pictures of {width} × {height} pixels, {size} on the disk</source>
        <translation>{family}, Bilder von {width} × {height} Pixeln, {size} auf der Festplatte</translation>
    </message>
    <message>
        <source>Small: it knows {count} words, and was made to try the app out.</source>
        <translation>Klein: Es kennt {count} Wörter und ist zum Ausprobieren der App gemacht.</translation>
    </message>
    <message>
        <source>Too large for this computer now: its weights take {need} of memory, {free} are free. Close other programs, or use a smaller model.</source>
        <translation>Derzeit zu groß für diesen Rechner: Seine Gewichte brauchen {need} Speicher, {free} sind frei. Andere Programme schließen oder ein kleineres Modell verwenden.</translation>
    </message>
    <message>
        <source>A tight fit: its weights take {need} of memory, {free} are free. Choose “As little as possible” under Memory in the settings.</source>
        <translation>Es wird knapp: Seine Gewichte brauchen {need} Speicher, {free} sind frei. In den Einstellungen unter Speicher „So wenig wie möglich“ wählen.</translation>
    </message>
    <message>
        <source>Fits: its weights take {need} of memory, {free} are free.</source>
        <translation>Passt: Seine Gewichte brauchen {need} Speicher, {free} sind frei.</translation>
    </message>
    <message>
        <source>NTI Desktop {version}</source>
        <translation>NTI Desktop {version}</translation>
    </message>
    <message>
        <source>Edit a photo by editing the sentence that describes it.</source>
        <translation>Ein Foto bearbeiten, indem man den Satz bearbeitet, der es beschreibt.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; it comes without any warranty. Photos stay on this computer: nothing is sent anywhere.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung. Fotos bleiben auf diesem Rechner: Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>It builds on null-text inversion and Prompt-to-Prompt (Mokady, Hertz and others, 2023).</source>
        <translation>Sie beruht auf Null-Text-Inversion und Prompt-to-Prompt (Mokady, Hertz und andere, 2023).</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>Wo Dinge aufbewahrt werden</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>Liste der Modelle</translation>
    </message>
    <message>
        <source>The new language is used from the next start on.</source>
        <translation>Die neue Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Close the window and open it in the new language</source>
        <translation>Das Fenster schließen und in der neuen Sprache öffnen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>Helle oder dunkle Farben.</translation>
    </message>
    <message>
        <source>What the window is written in; captions stay as the model reads them.</source>
        <translation>Worin das Fenster geschrieben ist; Beschreibungen bleiben so, wie das Modell sie liest.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The system says when a job of more than ten seconds ends while you are elsewhere.</source>
        <translation>Das System sagt Bescheid, wenn ein Auftrag von mehr als zehn Sekunden endet, während anderes im Vordergrund ist.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>What computes; a graphics card is many times faster than the processor.</source>
        <translation>Was rechnet; eine Grafikkarte ist um ein Vielfaches schneller als der Prozessor.</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>Das schnellste, das da ist</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>How the null embeddings are found, which guided sampling needs to retrace the photo.</source>
        <translation>Wie die Null-Einbettungen gefunden werden, die das geführte Sampling braucht, um das Foto nachzuzeichnen.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>How much work goes into each step; for the method “Null-text” only.</source>
        <translation>Wie viel Arbeit in jeden Schritt geht; nur für die Methode „Null-Text“.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How finely the way to noise and back is divided; 50 is usual.</source>
        <translation>Wie fein der Weg zum Rauschen und zurück unterteilt ist; 50 ist üblich.</translation>
    </message>
    <message>
        <source>How firmly edits will follow their words; 7.5 is usual. Lower holds the photo more easily.</source>
        <translation>Wie fest Bearbeitungen ihren Wörtern folgen; 7,5 ist üblich. Weniger hält das Foto leichter.</translation>
    </message>
    <message>
        <source>Null start</source>
        <translation>Null-Beginn</translation>
    </message>
    <message>
        <source>Where null embeddings start: 0 is the empty caption, 1 the caption itself.</source>
        <translation>Wo Null-Einbettungen beginnen: 0 ist die leere Beschreibung, 1 die Beschreibung selbst.</translation>
    </message>
    <message>
        <source>Refinements</source>
        <translation>Verfeinerungen</translation>
    </message>
    <message>
        <source>How often each point on the way to noise is looked at again, so that the way back meets it.</source>
        <translation>Wie oft jeder Punkt auf dem Weg zum Rauschen noch einmal betrachtet wird, damit der Rückweg ihn trifft.</translation>
    </message>
    <message>
        <source>What computes; a graphics card is by far the fastest.</source>
        <translation>Was rechnet; eine Grafikkarte ist mit Abstand am schnellsten.</translation>
    </message>
    <message>
        <source>On little memory the work is done in smaller pieces; it takes longer.</source>
        <translation>Mit wenig Speicher wird in kleineren Stücken gearbeitet; das dauert länger.</translation>
    </message>
    <message>
        <source>Make everything here automatic again</source>
        <translation>Hier alles wieder automatisch machen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Choose the method and its numbers yourself</source>
        <translation>Methode und Zahlen selbst wählen</translation>
    </message>
    <message>
        <source>Null-text</source>
        <translation>Null-Text</translation>
    </message>
    <message>
        <source>Null-text, all steps at once</source>
        <translation>Null-Text, alle Schritte zugleich</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negative Beschreibung</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>Das schnellste</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>NVIDIA-Karte</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple-Grafik</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>As there is</source>
        <translation>So viel da ist</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>On little memory the work is done in smaller pieces, which takes longer.</source>
        <translation>Mit wenig Speicher wird in kleineren Stücken gearbeitet, was länger dauert.</translation>
    </message>
    <message>
        <source>As much as there is</source>
        <translation>So viel, wie da ist</translation>
    </message>
    <message>
        <source>As little as possible</source>
        <translation>So wenig wie möglich</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Files and privacy</source>
        <translation>Dateien und Privatsphäre</translation>
    </message>
    <message>
        <source>Exported photos say in their metadata that a generative model edited them.</source>
        <translation>Exportierte Fotos sagen in ihren Metadaten, dass ein generatives Modell sie bearbeitet hat.</translation>
    </message>
    <message>
        <source>Mark exported photos</source>
        <translation>Exportierte Fotos kennzeichnen</translation>
    </message>
    <message>
        <source>Off, reports of problems hold no captions, file names or folders.</source>
        <translation>Ausgeschaltet enthalten Problemberichte keine Beschreibungen, Dateinamen oder Ordner.</translation>
    </message>
    <message>
        <source>Names in reports</source>
        <translation>Namen in Berichten</translation>
    </message>
    <message>
        <source>Back to the photo (Escape)</source>
        <translation>Zurück zum Foto (Escape)</translation>
    </message>
    <message>
        <source>Hold Space</source>
        <translation>Leertaste halten</translation>
    </message>
    <message>
        <source>See the photo as it was</source>
        <translation>Das Foto im alten Zustand sehen</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move the photo, its frame or the dividing line; the middle button moves the photo</source>
        <translation>Das Foto, seinen Rahmen oder die Trennlinie bewegen; die mittlere Taste bewegt das Foto</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the frame, the dividing line, the mask brush or the photo</source>
        <translation>Den Rahmen, die Trennlinie, den Maskenpinsel oder das Foto bewegen</translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation>Strg+Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the photo, or the frame by a single pixel</source>
        <translation>Das Foto bewegen, oder den Rahmen um ein einzelnes Pixel</translation>
    </message>
    <message>
        <source>Shift+Arrow keys</source>
        <translation>Umschalt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Resize the frame, or paint with the mask brush</source>
        <translation>Die Größe des Rahmens ändern, oder mit dem Maskenpinsel malen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Paint where the mask brush is</source>
        <translation>Malen, wo der Maskenpinsel ist</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Go to the next or the previous control</source>
        <translation>Zum nächsten oder vorigen Bedienelement gehen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Close what is open, or stop the running job</source>
        <translation>Schließen, was offen ist, oder den laufenden Auftrag anhalten</translation>
    </message>
    <message>
        <source>On the photo and everywhere</source>
        <translation>Auf dem Foto und überall</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Nothing the app can do is called that.</source>
        <translation>Nichts, was die App kann, heißt so.</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was soll getan werden?</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Nach einem Befehl suchen</translation>
    </message>
    <message>
        <source>Type a few letters; arrows choose, Enter runs, Escape closes</source>
        <translation>Ein paar Buchstaben tippen; Pfeile wählen, Eingabe führt aus, Escape schließt</translation>
    </message>
    <message>
        <source>Click a command to run it</source>
        <translation>Einen Befehl anklicken, um ihn auszuführen</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>Gerade nicht möglich</translation>
    </message>
    <message>
        <source>Nothing is changed yet: click a word to replace it or to change its weight.</source>
        <translation>Noch ist nichts geändert: ein Wort anklicken, um es zu ersetzen oder sein Gewicht zu ändern.</translation>
    </message>
    <message>
        <source>A job is at work on this part of the photo; let it end, or cancel it, to choose another.</source>
        <translation>Ein Auftrag arbeitet an diesem Teil des Fotos; um einen anderen zu wählen, ihn enden lassen oder abbrechen.</translation>
    </message>
    <message>
        <source>The inversion that the edit was made from is no longer there, so the edit was dropped.</source>
        <translation>Die Inversion, aus der die Bearbeitung gemacht wurde, gibt es nicht mehr; die Bearbeitung wurde verworfen.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Click to see the job in the side panel</source>
        <translation>Klicken, um den Auftrag in der Seitenleiste zu sehen</translation>
    </message>
    <message>
        <source>Hold to see the photo as it was (hold Space over the photo)</source>
        <translation>Halten, um das Foto im alten Zustand zu sehen (oder Leertaste über dem Foto)</translation>
    </message>
    <message>
        <source>Hold to see the photo as it was</source>
        <translation>Halten, um das Foto im alten Zustand zu sehen</translation>
    </message>
    <message>
        <source>Size of the photo on the screen; click to choose another</source>
        <translation>Größe des Fotos auf dem Bildschirm; klicken, um eine andere zu wählen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>How strongly attention covers the photo</source>
        <translation>Wie stark Aufmerksamkeit das Foto überdeckt</translation>
    </message>
    <message>
        <source>Opacity of the attention map</source>
        <translation>Deckkraft der Aufmerksamkeitskarte</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>A painted mask goes with the next edit</source>
        <translation>Eine gemalte Maske gilt für die nächste Bearbeitung</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Beschreiben</translation>
    </message>
    <message>
        <source>Say in one sentence what is in the photo.</source>
        <translation>In einem Satz sagen, was auf dem Foto ist.</translation>
    </message>
    <message>
        <source>The app finds out how to paint exactly this photo from your words. This is needed once.</source>
        <translation>Die App findet heraus, wie sich genau dieses Foto aus den Wörtern malen lässt. Das ist einmal nötig.</translation>
    </message>
    <message>
        <source>Replace, strengthen, add or remove words; the photo follows, and the rest stays.</source>
        <translation>Wörter ersetzen, verstärken, hinzufügen oder entfernen; das Foto folgt, und der Rest bleibt.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>So geht es</translation>
    </message>
    <message>
        <source>Done before the pause</source>
        <translation>Vor der Pause getan</translation>
    </message>
    <message>
        <source>How much was done before the pause</source>
        <translation>Wie viel vor der Pause getan war</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Let go what was done, and begin anew; Undo brings it back</source>
        <translation>Das Getane verwerfen und neu beginnen; Rückgängig bringt es zurück</translation>
    </message>
    <message>
        <source>Paused inversion</source>
        <translation>Pausierte Inversion</translation>
    </message>
    <message>
        <source>Also paused: {captions}</source>
        <translation>Auch pausiert: {captions}</translation>
    </message>
    <message>
        <source>{done} of {steps} steps are done</source>
        <translation>{done} von {steps} Schritten sind getan</translation>
    </message>
    <message>
        <source>{done}; the rest takes {time}</source>
        <translation>{done}; der Rest dauert {time}</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>PSNR: how close the picture is to the photo, in decibels; higher is closer</source>
        <translation>PSNR: wie nah das Bild am Foto ist, in Dezibel; höher ist näher</translation>
    </message>
    <message>
        <source>Invert again</source>
        <translation>Erneut invertieren</translation>
    </message>
    <message>
        <source>Find the way back once more, more closely or more quickly</source>
        <translation>Den Rückweg noch einmal finden, genauer oder schneller</translation>
    </message>
    <message>
        <source>The photo comes back</source>
        <translation>Das Foto kommt zurück</translation>
    </message>
    <message>
        <source>The photo nearly comes back</source>
        <translation>Das Foto kommt fast zurück</translation>
    </message>
    <message>
        <source>Found in {time}</source>
        <translation>Gefunden in {time}</translation>
    </message>
    <message>
        <source>the best this model can do</source>
        <translation>das Beste, was dieses Modell kann</translation>
    </message>
    <message>
        <source>{gap} dB below the best of this model</source>
        <translation>{gap} dB unter dem Besten dieses Modells</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>How far each step still is from the photo: lower is better. The noisiest step is at the left.
The stronger a point&apos;s colour, the more work went into its step; the ring is the one under way.
Below the dashed line a step is as close as it needs to be.</source>
        <translation>Wie weit jeder Schritt noch vom Foto entfernt ist: Weniger ist besser. Der verrauschteste Schritt ist links.
Je kräftiger die Farbe eines Punktes, desto mehr Arbeit ging in seinen Schritt; der Ring ist der laufende.
Unter der gestrichelten Linie ist ein Schritt so nah wie nötig.</translation>
    </message>
    <message>
        <source>Words that the model knows</source>
        <translation>Wörter, die das Modell kennt</translation>
    </message>
    <message>
        <source>The work stopped without a result; please try again.</source>
        <translation>Die Arbeit endete ohne Ergebnis; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the app; the photo and the project are unharmed.</source>
        <translation>In der App ist etwas schiefgegangen; Foto und Projekt sind unversehrt.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time. Copy the details if you would like to report it; they name no photo and no caption.</source>
        <translation>Das Programm endete beim letzten Mal unerwartet. Zum Melden die Details kopieren; sie nennen kein Foto und keine Beschreibung.</translation>
    </message>
    <message>
        <source>Recovered; save it to keep it.</source>
        <translation>Wiederhergestellt; zum Behalten speichern.</translation>
    </message>
    <message>
        <source>Changed {when}</source>
        <translation>Geändert {when}</translation>
    </message>
    <message>
        <source>Recover {name}</source>
        <translation>{name} wiederherstellen</translation>
    </message>
    <message>
        <source>Go on where this was left; nothing of it was saved in a file</source>
        <translation>Dort weitermachen, wo dies verlassen wurde; nichts davon wurde in einer Datei gespeichert</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Throw away what was not saved; no file changes</source>
        <translation>Das nicht Gespeicherte wegwerfen; keine Datei ändert sich</translation>
    </message>
    <message>
        <source>Discard {name}</source>
        <translation>{name} verwerfen</translation>
    </message>
    <message>
        <source>Not saved when the window closed unexpectedly</source>
        <translation>Nicht gespeichert, als sich das Fenster unerwartet schloss</translation>
    </message>
    <message>
        <source>load import photo picture image file project</source>
        <translation>laden importieren Foto Bild Datei Projekt</translation>
    </message>
    <message>
        <source>last latest history files</source>
        <translation>zuletzt letzte Verlauf Dateien</translation>
    </message>
    <message>
        <source>store keep project file nti</source>
        <translation>sichern behalten Projekt Datei nti</translation>
    </message>
    <message>
        <source>copy rename project file</source>
        <translation>Kopie umbenennen Projekt Datei</translation>
    </message>
    <message>
        <source>write download share jpeg png webp tiff picture image file</source>
        <translation>schreiben herunterladen teilen jpeg png webp tiff Bild Datei</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>clipboard insert</source>
        <translation>Zwischenablage einsetzen</translation>
    </message>
    <message>
        <source>back revert mistake</source>
        <translation>zurück widerrufen Fehler</translation>
    </message>
    <message>
        <source>again forward repeat</source>
        <translation>nochmals vorwärts wiederholen</translation>
    </message>
    <message>
        <source>zoom whole reset view</source>
        <translation>Zoom ganz einpassen Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>zoom original size pixels</source>
        <translation>Zoom Originalgröße Pixel</translation>
    </message>
    <message>
        <source>zoom pixels</source>
        <translation>Zoom Pixel vergrößern</translation>
    </message>
    <message>
        <source>original difference split slider</source>
        <translation>Original Unterschied geteilt Schieber</translation>
    </message>
    <message>
        <source>two pictures next to each other original</source>
        <translation>zwei Bilder nebeneinander Original</translation>
    </message>
    <message>
        <source>original source</source>
        <translation>Original Quelle</translation>
    </message>
    <message>
        <source>paint region area local select protect</source>
        <translation>malen Bereich Fläche örtlich auswählen schützen Pinsel</translation>
    </message>
    <message>
        <source>attention heat map highlight</source>
        <translation>Aufmerksamkeit Wärmebild hervorheben</translation>
    </message>
    <message>
        <source>title name</source>
        <translation>Titel Name benennen</translation>
    </message>
    <message>
        <source>favourite mark like rate</source>
        <translation>Favorit merken gefallen bewerten</translation>
    </message>
    <message>
        <source>remove trash bin</source>
        <translation>entfernen Papierkorb</translation>
    </message>
    <message>
        <source>automatic preview immediately real time</source>
        <translation>automatisch Vorschau sofort Echtzeit</translation>
    </message>
    <message>
        <source>grid seeds try several options</source>
        <translation>Raster probieren mehrere Möglichkeiten</translation>
    </message>
    <message>
        <source>start go generate create render</source>
        <translation>starten los erzeugen rechnen</translation>
    </message>
    <message>
        <source>stop abort quit job</source>
        <translation>anhalten stoppen beenden Auftrag</translation>
    </message>
    <message>
        <source>stop abort queue</source>
        <translation>anhalten stoppen Warteschlange</translation>
    </message>
    <message>
        <source>stop interrupt wait</source>
        <translation>anhalten unterbrechen warten</translation>
    </message>
    <message>
        <source>continue go on</source>
        <translation>weiter weitermachen</translation>
    </message>
    <message>
        <source>weight increase more emphasis attention</source>
        <translation>Gewicht erhöhen mehr betonen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>weight decrease less attention</source>
        <translation>Gewicht verringern weniger Aufmerksamkeit</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>reset undo original</source>
        <translation>zurücksetzen rückgängig Original</translation>
    </message>
    <message>
        <source>prompt text write caption sentence</source>
        <translation>Prompt Text schreiben Beschreibung Satz</translation>
    </message>
    <message>
        <source>prompt caption new inversion</source>
        <translation>Prompt Beschreibung neue Inversion</translation>
    </message>
    <message>
        <source>preferences options configuration theme dark light mode colours appearance language device graphics card processor memory notifications privacy metadata</source>
        <translation>Vorlieben Optionen Konfiguration Thema dunkel hell Modus Farben Aussehen Sprache Gerät Grafikkarte Prozessor Speicher Benachrichtigungen Datenschutz Metadaten</translation>
    </message>
    <message>
        <source>checkpoint weights download stable diffusion safetensors hugging face network</source>
        <translation>Checkpoint Gewichte herunterladen Stable Diffusion safetensors Hugging Face Netz</translation>
    </message>
    <message>
        <source>keys hotkeys help</source>
        <translation>Tasten Hotkeys Hilfe</translation>
    </message>
    <message>
        <source>version licence help folders</source>
        <translation>Version Lizenz Hilfe Ordner</translation>
    </message>
    <message>
        <source>sidebar hide panel queue history</source>
        <translation>Seitenleiste ausblenden Warteschlange Verlauf</translation>
    </message>
    <message>
        <source>exit leave end</source>
        <translation>schließen verlassen Ende</translation>
    </message>
    <message>
        <source>Jobs and adjustments</source>
        <translation>Aufträge und Feineinstellungen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>What few edits need: when things begin, and what becomes of small changes</source>
        <translation>Was wenige Bearbeitungen brauchen: wann etwas beginnt und was aus kleinen Änderungen wird</translation>
    </message>
    <message>
        <source>More adjustments</source>
        <translation>Weitere Feineinstellungen</translation>
    </message>
    <message>
        <source>Let go to open it here</source>
        <translation>Loslassen, um es hier zu öffnen</translation>
    </message>
    <message>
        <source>How long it takes on this computer is known, and said, after the first steps.</source>
        <translation>Wie lange es auf diesem Rechner dauert, ist nach den ersten Schritten bekannt und wird dann gesagt.</translation>
    </message>
    <message>
        <source>How much work</source>
        <translation>Wie viel Arbeit</translation>
    </message>
    <message>
        <source>{way}: {caption}</source>
        <translation>{way}: {caption}</translation>
    </message>
</context>
</TS>
