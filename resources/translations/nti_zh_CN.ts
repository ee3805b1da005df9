<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project with all its edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the edited photo at full resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was open lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all edits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write every edit into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export starred edits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the edits that have a star into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the reconstruction…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the photo as the model brings it back, without an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what you see at full resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See more of the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the photo larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel of the photo on one of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel of the photo on two by two of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before/after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the photo before and after the edit together; hold Space to see it as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare by a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part the photo by a line to drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before at the left, after at the right, both moving together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black where nothing changed, bright where much did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the photo without the edit, until pressed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint where the next edit may change the photo, and where not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase with the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask brush takes away instead of painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the mask brush smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the mask brush larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap what is painted and what is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all paint of this mask away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a word to see where it is in the photo (its attention map)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the edit shown a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a copy of the edit shown behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the edit shown, or take the mark away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the edit shown; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two edits with Ctrl in the list, then see them side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only starred edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only edits that have a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try every change at once, as soon as you pause; keep what you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the trial that you see into the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try variations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make several edits that differ in one thing, and choose the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the adjustments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make every adjustment automatic again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert or apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace, weigh or remove the word with the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put other words beside the word with the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the word stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of the word under the mouse, or with the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the word weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less of the word under the mouse, or with the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the word unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave its place in the photo as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the word&apos;s map in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on showing where it is, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the word with the focus out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert the word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the word with the focus what it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert all words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make every word what it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retype the caption…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a whole new caption for the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the photo otherwise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the photo with another caption, beside this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what the photo becomes, and where each word is, with each caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop its inversion and the edits made from it; undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the picture on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, models, shortcuts and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look, language, device and what else the app should do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose, add, download or remove models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys that do something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything the app can do, and do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About NTI Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licence, and where things are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panel at the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong; save the project, and if it happens again, report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo is inverted; its words can be edited now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word maps are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job could not be finished; the window says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where “{word}” is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wheel zooms. Dragging or Ctrl with the arrow keys moves the photo. The arrow keys move the frame or the line between before and after; with Shift they resize the frame. Hold Space to see the photo as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, {factor} times as strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet to yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue to green to yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue to yellow, also for colour-blind eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit may change what you paint, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit may change what you paint as well as what the app finds by the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit must leave what you paint as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush size (keys [ and ])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softness of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the brush fades towards its rim (feather)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the brush away; the mask stays (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tip} (painted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the chosen edit (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing two edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part inside the frame can be edited; drag the frame or its corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame of this shape; the model sees {width} × {height} pixels of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame of shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{caption}” and the edits made from it are removed; Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is still running; wait for it, or cancel it, before you remove a caption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption “{caption}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption}
Reconstruction: {psnr} dB. Click to go on with this caption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More captions of this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what becomes of the photo, and where each word is, by caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions of this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this caption and its edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, map pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to change it, or type another word; right-click for more.
Ctrl+Up and Ctrl+Down change its weight; Shift+click takes several words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of each timestep, noisiest at the left: from {first} to {last}; lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the caption does not name cannot be edited on its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a caption does not name cannot be edited on its own; see where each word is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small words too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also show where words such as “a”, “on” and “with” look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the photo becomes with this caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{psnr} dB, {gap} dB below the best of this model
{method}, {steps} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop this caption and its edits; undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where “{word}” is, with “{caption}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One plain sentence: what is in the photo, and where. Only what you name can be edited afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sentence for the same photo, such as one that names more of it. The captions and edits you have stay; you can go back to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out how the model would paint exactly this photo from your sentence (Ctrl+Return).
This is needed once; each edit then takes seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the photo in one sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a photo of a red mug on a wooden table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the caption as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe it otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a word to see where it is in the photo. Click it to replace it or to change its weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Apply to see the edited photo; everything that is not marked stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the edit you see. Change more words to go on from it; hold Space to see the photo as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} words taken together: click one of them or type to replace them all, Delete removes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} is not in the photo&apos;s caption, so the app cannot know where it belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} are not in the photo&apos;s caption, so the app cannot know where they belong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the photo should show instead; Ctrl+Up and Ctrl+Down weigh the word at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the sentence into word changes (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the words as they are (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retype the caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For “{word}”, did you mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put “{word}” in the place of “{unknown}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has not learnt {words}; it will do its best, but other words may work better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word is changed yet. Say what the photo should show; words that stay the same stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the word counts: 1 as it is, more strengthens, less weakens, 0 mutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight as a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this in the word&apos;s place (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it before this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it after this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has not learnt “{word}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a word beside it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep its map in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this word&apos;s place in the photo as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on showing where the word is in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this word what it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this word out (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was “{was}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}”, was “{was}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{was}”, removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}”, added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, kept unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the edited photo (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retype…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe otherwise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the photo with another caption; this one stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You painted a mask; it says where, not the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust this edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How firmly the photo is held, where the edit may happen, and how strong it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how much of the work the photo decides where things are.
More keeps the photo&apos;s shapes; less lets new things take a shape of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the textures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>textures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how much of the work textures and fine structure are the photo&apos;s.
More stays closer to the photo; less gives the edit more freedom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the picture itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how much of the work the picture simply stays the photo.
A little keeps the composition; much leaves no room for the edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness of the area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the model must be that a place belongs to the words before it may change.
More makes the area smaller, less makes it larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide the edit fades out at the edge of its area, as a share of the picture&apos;s shorter side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the picture is pushed towards what the words say.
More is stronger and more colourful; too much looks burnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the edit begins to look up the photo&apos;s textures wherever its own new shapes ask for them.
For changes of pose or place; earlier keeps more of the photo&apos;s look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changed words and what they describe say where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit may change the picture everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it may happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a word: the edit may happen where that word is in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is deleted; undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name; empty takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} edits on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an edit to see it and to go on from it; select two with Ctrl to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a word and press Apply: every edit is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No edit has a star yet; point at one and click its star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: back to automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this one into the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it large on the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this trial into the history (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to all variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the trial away; the words stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the trial away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the history yet. {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one edit of each value, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what is done stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to differ between the variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word that varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values, with commas between them: one variation is made of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words for a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue, green, yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the layout is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the textures are held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the picture itself is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the values with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {count} at a time; type fewer values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the word that is to vary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” does not fit here; type numbers from {least} to {most} with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the photo; the variations stay here (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is made from the edit as it is now. Click one to see it large; keep what you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample photo: {caption}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this sample: {caption}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list; the file stays (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, which is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone; open another, or remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the edited photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edits made since the last save are lost otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed by another program or window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwriting it loses what was saved there since you opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is fetched from the web: save the picture to your disk, then open it from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One photo at a time: “{name}” was opened, {others} more were not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on the clipboard; copy one and paste again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG: every pixel kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG: small, opens everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebP: small, or every pixel kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIFF: for print and other editors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit you see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred edits ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All edits ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reconstruction, without an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG has no transparency: what is clear becomes white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original has more than 8 bits for each colour; the file has 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original has colours for print; the file has those of screens (sRGB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untouched pixels come close to the original&apos;s, but are not equal to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note in the file that AI edited it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export nothing (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to write it (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of file; all keep colour profile and camera data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into your photo, or as the model made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the press standard&apos;s mark (IPTC) into the file&apos;s metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every pixel kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full resolution{size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model made it{size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no edited photo yet: change a word, press Apply, then export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No edit has a star yet: star those that you like, then export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo yet: open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied, {width} × {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {number} pictures into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported as {name}, {width} × {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the picture from the clipboard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a photo or a project from your disk (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a photo by editing its description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a photo here, paste one, or choose it from your disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused after {done} of {steps} steps; go on whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing else has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the photo in one sentence first, for example “a red mug on a wooden table”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop for now and keep what is done; go on whenever you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this job; nothing else is lost (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of each timestep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noisiest at the left; a stronger colour is more work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of this job is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the model&apos;s network is evaluated in a second: the job&apos;s speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR, in decibels; higher is closer. It is measured on the preview, which is a rough picture: the finished reconstruction comes closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step still is from the photo: lower is better. The noisiest step is at the left.
The stronger a point&apos;s colour, the more work went into its step; the ring is the step under way.
Below the dashed line a step is as close as it needs to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the chosen job begin sooner (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the chosen job wait longer (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen job out of the queue (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running job, and take all others out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next job is on top; drag a job to another place, or drop it with Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the attention maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following the photo back to noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning how to bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking that it comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking where each word is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimating the time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} evaluations/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview is at {db} dB of the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what a bug report needs; names, folders and captions are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is used from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has arrived whole and can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With another model the photo is inverted again; what was made with this one stays in the project and can be chosen again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model may see another part of the photo: look at the frame after choosing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in use is the one that the next photo is edited with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hub id of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id of a Stable Diffusion model on the Hugging Face hub, as owner/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask how large it is; nothing is downloaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the model; it can be paused at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop for now; what has arrived is kept, even over a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not download it; incomplete files are deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: {count} files, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: {arrived} of {size}; checked when it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: paused at {arrived} of {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit with {name} from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files were downloaded by the app. Keep them for another time?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken off the list; its files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the model on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frees the disk; it can be downloaded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model in the layout of diffusers, with its model_index.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .safetensors checkpoint of Stable Diffusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain Stable Diffusion 1.x, 2.x and XL models can be used, as safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or download one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer computes on its graphics card ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has a graphics card ({name}), but this installation of the app computes on the processor only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no graphics card that the app can use: the processor computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} of memory are free now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family}, pictures of {width} × {height} pixels, {size} on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small: it knows {count} words, and was made to try the app out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large for this computer now: its weights take {need} of memory, {free} are free. Close other programs, or use a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tight fit: its weights take {need} of memory, {free} are free. Choose “As little as possible” under Memory in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits: its weights take {need} of memory, {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTI Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a photo by editing the sentence that describes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; it comes without any warranty. Photos stay on this computer: nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It builds on null-text inversion and Prompt-to-Prompt (Mokady, Hertz and others, 2023).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new language is used from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the window is written in; captions stay as the model reads them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says when a job of more than ten seconds ends while you are elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edit is made again as soon as a word, weight or slider changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit while typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes; a graphics card is many times faster than the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On little memory the work is done in smaller pieces, which takes longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much as there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As little as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported photos say in their metadata that a generative model edited them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark exported photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off, reports of problems hold no captions, file names or folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names in reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the photo (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the photo as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the photo, its frame or the dividing line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next or the previous control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what is open, or stop the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the photo and everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing the app can do is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters; arrows choose, Enter runs, Escape closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet: click a word to replace it or to change its weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is at work on this part of the photo; let it end, or cancel it, to choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inversion that the edit was made from is no longer there, so the edit was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to see the photo as it was (hold Space over the photo)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to see the photo as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the photo on the screen; click to choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{factor} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly attention covers the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the attention map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
