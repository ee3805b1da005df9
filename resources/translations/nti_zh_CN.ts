<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>打开照片或项目</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the project with all its edits</source>
        <translation>保存项目及其所有编辑</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>用另一个名称保存项目</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the edited photo at full resolution</source>
        <translation>以完整分辨率写出编辑后的照片</translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation>打开最近的文件…</translation>
    </message>
    <message>
        <source>Open what was open lately</source>
        <translation>打开最近打开过的文件</translation>
    </message>
    <message>
        <source>Export all edits…</source>
        <translation>导出所有编辑…</translation>
    </message>
    <message>
        <source>Write every edit into a folder</source>
        <translation>把每个编辑写入一个文件夹</translation>
    </message>
    <message>
        <source>Export starred edits…</source>
        <translation>导出加星的编辑…</translation>
    </message>
    <message>
        <source>Write the edits that have a star into a folder</source>
        <translation>把加星的编辑写入一个文件夹</translation>
    </message>
    <message>
        <source>Export the reconstruction…</source>
        <translation>导出重建图…</translation>
    </message>
    <message>
        <source>Write the photo as the model brings it back, without an edit</source>
        <translation>写出模型还原的照片，不含编辑</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy what you see at full resolution</source>
        <translation>以完整分辨率复制当前画面</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤回上一次更改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>恢复刚才撤回的更改</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>See more of the photo</source>
        <translation>查看照片的更多部分</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>See the photo larger</source>
        <translation>放大查看照片</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>See the whole photo</source>
        <translation>查看整张照片</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>One pixel of the photo on one of the screen</source>
        <translation>照片的一个像素对应屏幕的一个像素</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200 %</translation>
    </message>
    <message>
        <source>One pixel of the photo on two by two of the screen</source>
        <translation>照片的一个像素对应屏幕的两乘两个像素</translation>
    </message>
    <message>
        <source>Before/after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Show the photo before and after the edit together; hold Space to see it as it was</source>
        <translation>同时显示编辑前后的照片；按住空格键查看原样</translation>
    </message>
    <message>
        <source>Compare by a line</source>
        <translation>用分隔线对比</translation>
    </message>
    <message>
        <source>Part the photo by a line to drag</source>
        <translation>用可拖动的线分割照片</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Before at the left, after at the right, both moving together</source>
        <translation>左边为之前，右边为之后，一起移动</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Black where nothing changed, bright where much did</source>
        <translation>没有变化处为黑色，变化大处明亮</translation>
    </message>
    <message>
        <source>Photo as it was</source>
        <translation>照片原样</translation>
    </message>
    <message>
        <source>Show the photo without the edit, until pressed again</source>
        <translation>显示未编辑的照片，再按一次恢复</translation>
    </message>
    <message>
        <source>Mask brush</source>
        <translation>遮罩画笔</translation>
    </message>
    <message>
        <source>Paint where the next edit may change the photo, and where not</source>
        <translation>涂出下一次编辑可以和不可以改变的地方</translation>
    </message>
    <message>
        <source>Erase with the brush</source>
        <translation>用画笔擦除</translation>
    </message>
    <message>
        <source>The mask brush takes away instead of painting</source>
        <translation>遮罩画笔改为擦除</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Make the mask brush smaller</source>
        <translation>把遮罩画笔变小</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Make the mask brush larger</source>
        <translation>把遮罩画笔变大</translation>
    </message>
    <message>
        <source>Invert the mask</source>
        <translation>反转遮罩</translation>
    </message>
    <message>
        <source>Swap what is painted and what is not</source>
        <translation>交换已涂和未涂的部分</translation>
    </message>
    <message>
        <source>Clear the mask</source>
        <translation>清空遮罩</translation>
    </message>
    <message>
        <source>Take all paint of this mask away</source>
        <translation>去掉此遮罩的所有涂抹</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>词图</translation>
    </message>
    <message>
        <source>Point at a word to see where it is in the photo (its attention map)</source>
        <translation>指向一个词，查看它在照片中的位置（注意力图）</translation>
    </message>
    <message>
        <source>Rename the edit</source>
        <translation>重命名编辑</translation>
    </message>
    <message>
        <source>Give the edit shown a name</source>
        <translation>为当前编辑起一个名字</translation>
    </message>
    <message>
        <source>Duplicate the edit</source>
        <translation>复制编辑</translation>
    </message>
    <message>
        <source>Put a copy of the edit shown behind it</source>
        <translation>在当前编辑之后放一个副本</translation>
    </message>
    <message>
        <source>Star the edit</source>
        <translation>给编辑加星</translation>
    </message>
    <message>
        <source>Mark the edit shown, or take the mark away</source>
        <translation>标记当前编辑，或取消标记</translation>
    </message>
    <message>
        <source>Delete the edit</source>
        <translation>删除编辑</translation>
    </message>
    <message>
        <source>Drop the edit shown; undo brings it back</source>
        <translation>丢弃当前编辑；撤销可恢复</translation>
    </message>
    <message>
        <source>Compare two edits</source>
        <translation>比较两个编辑</translation>
    </message>
    <message>
        <source>Select two edits with Ctrl in the list, then see them side by side</source>
        <translation>按住 Ctrl 在列表中选择两个编辑，然后并排查看</translation>
    </message>
    <message>
        <source>Only starred edits</source>
        <translation>仅加星的编辑</translation>
    </message>
    <message>
        <source>Show only edits that have a star</source>
        <translation>只显示加星的编辑</translation>
    </message>
    <message>
        <source>Live edits</source>
        <translation>实时编辑</translation>
    </message>
    <message>
        <source>Try every change at once, as soon as you pause; keep what you like</source>
        <translation>一停顿就立即试用每个更改；保留喜欢的</translation>
    </message>
    <message>
        <source>Keep the trial</source>
        <translation>保留试验</translation>
    </message>
    <message>
        <source>Put the trial that you see into the history</source>
        <translation>把当前试验放入历史</translation>
    </message>
    <message>
        <source>Try variations…</source>
        <translation>尝试变体…</translation>
    </message>
    <message>
        <source>Make several edits that differ in one thing, and choose the best</source>
        <translation>制作仅有一处不同的多个编辑，选出最好的</translation>
    </message>
    <message>
        <source>Reset the adjustments</source>
        <translation>重置调整</translation>
    </message>
    <message>
        <source>Make every adjustment automatic again</source>
        <translation>让所有调整恢复为自动</translation>
    </message>
    <message>
        <source>Invert or apply</source>
        <translation>反演或应用</translation>
    </message>
    <message>
        <source>Do the next step</source>
        <translation>执行下一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the running job</source>
        <translation>停止正在运行的任务</translation>
    </message>
    <message>
        <source>Cancel all jobs</source>
        <translation>取消所有任务</translation>
    </message>
    <message>
        <source>Pause the inversion</source>
        <translation>暂停反演</translation>
    </message>
    <message>
        <source>Stop it for now and keep what is done</source>
        <translation>暂时停止并保留已完成的部分</translation>
    </message>
    <message>
        <source>Resume the inversion</source>
        <translation>继续反演</translation>
    </message>
    <message>
        <source>Go on from where the inversion was paused</source>
        <translation>从暂停的地方继续反演</translation>
    </message>
    <message>
        <source>Change the word…</source>
        <translation>更改词…</translation>
    </message>
    <message>
        <source>Replace, weigh or remove the word with the focus</source>
        <translation>替换、加权或删除当前焦点所在的词</translation>
    </message>
    <message>
        <source>Add a word…</source>
        <translation>添加词…</translation>
    </message>
    <message>
        <source>Put other words beside the word with the focus</source>
        <translation>在焦点所在的词旁添加其他词</translation>
    </message>
    <message>
        <source>Make the word stronger</source>
        <translation>加强词</translation>
    </message>
    <message>
        <source>More of the word under the mouse, or with the focus</source>
        <translation>加强鼠标下或焦点所在的词</translation>
    </message>
    <message>
        <source>Make the word weaker</source>
        <translation>减弱词</translation>
    </message>
    <message>
        <source>Less of the word under the mouse, or with the focus</source>
        <translation>减弱鼠标下或焦点所在的词</translation>
    </message>
    <message>
        <source>Keep the word unchanged</source>
        <translation>保持词不变</translation>
    </message>
    <message>
        <source>Leave its place in the photo as it is</source>
        <translation>保持它在照片中的位置不变</translation>
    </message>
    <message>
        <source>Keep the word&apos;s map in sight</source>
        <translation>固定显示词图</translation>
    </message>
    <message>
        <source>Go on showing where it is, or not</source>
        <translation>继续显示它的位置，或不再显示</translation>
    </message>
    <message>
        <source>Remove the word</source>
        <translation>删除词</translation>
    </message>
    <message>
        <source>Leave the word with the focus out</source>
        <translation>去掉焦点所在的词</translation>
    </message>
    <message>
        <source>Revert the word</source>
        <translation>还原词</translation>
    </message>
    <message>
        <source>Make the word with the focus what it was</source>
        <translation>把焦点所在的词恢复原样</translation>
    </message>
    <message>
        <source>Revert all words</source>
        <translation>还原所有词</translation>
    </message>
    <message>
        <source>Make every word what it was</source>
        <translation>把每个词恢复原样</translation>
    </message>
    <message>
        <source>Retype the caption…</source>
        <translation>重写描述…</translation>
    </message>
    <message>
        <source>Type a whole new caption for the edit</source>
        <translation>为编辑输入全新的描述</translation>
    </message>
    <message>
        <source>Describe the photo otherwise…</source>
        <translation>换一种方式描述照片…</translation>
    </message>
    <message>
        <source>Invert the photo with another caption, beside this one</source>
        <translation>在当前描述之外，用另一条描述反演照片</translation>
    </message>
    <message>
        <source>Captions side by side</source>
        <translation>并排比较描述</translation>
    </message>
    <message>
        <source>See what the photo becomes, and where each word is, with each caption</source>
        <translation>查看每条描述下照片的结果以及每个词的位置</translation>
    </message>
    <message>
        <source>Remove this caption</source>
        <translation>删除此描述</translation>
    </message>
    <message>
        <source>Drop its inversion and the edits made from it; undo brings them back</source>
        <translation>丢弃它的反演及由此产生的编辑；撤销可恢复</translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation>粘贴照片</translation>
    </message>
    <message>
        <source>Open the picture on the clipboard</source>
        <translation>打开剪贴板中的图片</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Settings, models, shortcuts and more</source>
        <translation>设置、模型、快捷键等</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look, language, device and what else the app should do</source>
        <translation>外观、语言、设备以及应用的其他行为</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose, add, download or remove models</source>
        <translation>选择、添加、下载或移除模型</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>All keys that do something</source>
        <translation>所有可用的按键</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Search everything the app can do, and do it</source>
        <translation>搜索应用能做的一切并执行</translation>
    </message>
    <message>
        <source>About NTI Desktop</source>
        <translation>关于 NTI Desktop</translation>
    </message>
    <message>
        <source>Version, licence, and where things are kept</source>
        <translation>版本、许可证以及文件的存放位置</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>侧面板</translation>
    </message>
    <message>
        <source>Show or hide the panel at the right</source>
        <translation>显示或隐藏右侧面板</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; save the project, and if it happens again, report it.</source>
        <translation>发生了意外错误；请保存项目，如果再次出现请报告。</translation>
    </message>
    <message>
        <source>The photo is inverted; its words can be edited now.</source>
        <translation>照片已反演；现在可以编辑它的词。</translation>
    </message>
    <message>
        <source>The edit is done.</source>
        <translation>编辑已完成。</translation>
    </message>
    <message>
        <source>The word maps are done.</source>
        <translation>词图已完成。</translation>
    </message>
    <message>
        <source>A job could not be finished; the window says why.</source>
        <translation>有一个任务未能完成；窗口中说明了原因。</translation>
    </message>
    <message>
        <source>where “{word}” is</source>
        <translation>“{word}”的位置</translation>
    </message>
    <message>
        <source>The wheel zooms. Dragging or Ctrl with the arrow keys moves the photo. The arrow keys move the frame or the line between before and after; with Shift they resize the frame. Hold Space to see the photo as it was.</source>
        <translation>滚轮缩放。拖动或 Ctrl 加方向键移动照片。方向键移动取景框或前后分隔线；加 Shift 调整取景框大小。按住空格键查看照片原样。</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Difference × {factor}</source>
        <translation>差异 × {factor}</translation>
    </message>
    <message>
        <source>Violet to yellow</source>
        <translation>紫到黄</translation>
    </message>
    <message>
        <source>Blue to green to yellow</source>
        <translation>蓝到绿到黄</translation>
    </message>
    <message>
        <source>Blue to yellow, also for colour-blind eyes</source>
        <translation>蓝到黄，色盲也可分辨</translation>
    </message>
    <message>
        <source>less</source>
        <translation>少</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅限此处</translation>
    </message>
    <message>
        <source>The edit may change what you paint, and nothing else</source>
        <translation>编辑只可改变涂抹处，其他不变</translation>
    </message>
    <message>
        <source>Also here</source>
        <translation>此处也可</translation>
    </message>
    <message>
        <source>The edit may change what you paint as well as what the app finds by the words</source>
        <translation>除应用按词找到的区域外，编辑也可改变涂抹处</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>此处不可</translation>
    </message>
    <message>
        <source>The edit must leave what you paint as it is</source>
        <translation>编辑必须保持涂抹处不变</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Brush size (keys [ and ])</source>
        <translation>画笔大小（[ 和 ] 键）</translation>
    </message>
    <message>
        <source>Softness of the brush</source>
        <translation>画笔柔和度</translation>
    </message>
    <message>
        <source>How far the brush fades towards its rim (feather)</source>
        <translation>画笔向边缘淡出的程度（羽化）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Put the brush away; the mask stays (Esc)</source>
        <translation>收起画笔；遮罩保留（Esc）</translation>
    </message>
    <message>
        <source>{tip} (painted)</source>
        <translation>{tip}（已涂抹）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>Go back to the chosen edit (Esc)</source>
        <translation>返回所选编辑（Esc）</translation>
    </message>
    <message>
        <source>Comparing two edits</source>
        <translation>正在比较两个编辑</translation>
    </message>
    <message>
        <source>Reconstruction so far</source>
        <translation>目前的重建</translation>
    </message>
    <message>
        <source>Edit so far</source>
        <translation>目前的编辑</translation>
    </message>
    <message>
        <source>The part inside the frame can be edited; drag the frame or its corners</source>
        <translation>取景框内的部分可以编辑；拖动取景框或其角</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>取景框</translation>
    </message>
    <message>
        <source>A frame of this shape; the model sees {width} × {height} pixels of it</source>
        <translation>此形状的取景框；模型看到其中 {width} × {height} 像素</translation>
    </message>
    <message>
        <source>Frame of shape {shape}</source>
        <translation>形状为 {shape} 的取景框</translation>
    </message>
    <message>
        <source>“{caption}” and the edits made from it are removed; Undo brings them back.</source>
        <translation>“{caption}”及由它产生的编辑已删除；撤销可恢复。</translation>
    </message>
    <message>
        <source>A job is still running; wait for it, or cancel it, before you remove a caption.</source>
        <translation>仍有任务在运行；删除描述前请等待或取消它。</translation>
    </message>
    <message>
        <source>Caption “{caption}”</source>
        <translation>描述“{caption}”</translation>
    </message>
    <message>
        <source>{caption}
Reconstruction: {psnr} dB. Click to go on with this caption.</source>
        <translation>{caption}
重建：{psnr} dB。点击以此描述继续。</translation>
    </message>
    <message>
        <source>More captions of this photo</source>
        <translation>此照片的更多描述</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>See what becomes of the photo, and where each word is, by caption</source>
        <translation>按描述查看照片的结果以及每个词的位置</translation>
    </message>
    <message>
        <source>Captions of this photo</source>
        <translation>此照片的描述</translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation>+ 另外 {count} 条</translation>
    </message>
    <message>
        <source>More captions</source>
        <translation>更多描述</translation>
    </message>
    <message>
        <source>Go on with this caption</source>
        <translation>以此描述继续</translation>
    </message>
    <message>
        <source>Remove this caption and its edits</source>
        <translation>删除此描述及其编辑</translation>
    </message>
    <message>
        <source>, map pinned</source>
        <translation>，词图已固定</translation>
    </message>
    <message>
        <source>Click to change it, or type another word; right-click for more.
Ctrl+Up and Ctrl+Down change its weight; Shift+click takes several words.</source>
        <translation>点击更改，或直接输入另一个词；右键查看更多。
Ctrl+↑ 和 Ctrl+↓ 改变权重；Shift+点击选取多个词。</translation>
    </message>
    <message>
        <source>Loss of each timestep, noisiest at the left: from {first} to {last}; lower is better</source>
        <translation>每个时间步的损失，左边噪声最大：从 {first} 到 {last}；越低越好</translation>
    </message>
    <message>
        <source>No loss</source>
        <translation>无损失</translation>
    </message>
    <message>
        <source>not in this caption</source>
        <translation>不在此描述中</translation>
    </message>
    <message>
        <source>What the caption does not name cannot be edited on its own</source>
        <translation>描述中没有提到的内容无法单独编辑</translation>
    </message>
    <message>
        <source>What a caption does not name cannot be edited on its own; see where each word is found.</source>
        <translation>描述中没有提到的内容无法单独编辑；这里显示每个词的位置。</translation>
    </message>
    <message>
        <source>Small words too</source>
        <translation>也显示小词</translation>
    </message>
    <message>
        <source>Also show where words such as “a”, “on” and “with” look</source>
        <translation>也显示“a”、“on”、“with”等词的位置</translation>
    </message>
    <message>
        <source>Closeness</source>
        <translation>接近程度</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>What the photo becomes with this caption</source>
        <translation>此描述下照片的结果</translation>
    </message>
    <message>
        <source>{method}, {steps} steps</source>
        <translation>{method}，{steps} 步</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Drop this caption and its edits; undo brings them back</source>
        <translation>丢弃此描述及其编辑；撤销可恢复</translation>
    </message>
    <message>
        <source>Where “{word}” is, with “{caption}”</source>
        <translation>在“{caption}”中“{word}”的位置</translation>
    </message>
    <message>
        <source>One plain sentence: what is in the photo, and where. Only what you name can be edited afterwards.</source>
        <translation>一句简单的话：照片中有什么、在哪里。之后只能编辑提到的内容。</translation>
    </message>
    <message>
        <source>Another sentence for the same photo, such as one that names more of it. The captions and edits you have stay; you can go back to them.</source>
        <translation>同一张照片的另一句话，例如提到更多内容的一句。已有的描述和编辑会保留，可以随时返回。</translation>
    </message>
    <message>
        <source>Find out how the model would paint exactly this photo from your sentence (Ctrl+Return).
This is needed once; each edit then takes seconds.</source>
        <translation>找出模型如何根据这句话画出这张照片（Ctrl+Return）。
只需一次；之后每次编辑只要几秒。</translation>
    </message>
    <message>
        <source>Describe the photo</source>
        <translation>描述照片</translation>
    </message>
    <message>
        <source>Describe the photo in one sentence</source>
        <translation>用一句话描述照片</translation>
    </message>
    <message>
        <source>a photo of a red mug on a wooden table</source>
        <translation>a photo of a red mug on a wooden table</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反演</translation>
    </message>
    <message>
        <source>Back to the words</source>
        <translation>返回词</translation>
    </message>
    <message>
        <source>Keep the caption as it was</source>
        <translation>保持描述不变</translation>
    </message>
    <message>
        <source>Describe it otherwise</source>
        <translation>换种描述</translation>
    </message>
    <message>
        <source>Point at a word to see where it is in the photo. Click it to replace it or to change its weight.</source>
        <translation>指向一个词查看它在照片中的位置。点击可替换它或改变权重。</translation>
    </message>
    <message>
        <source>Press Apply to see the edited photo; everything that is not marked stays as it was.</source>
        <translation>按“应用”查看编辑后的照片；未标记的内容保持不变。</translation>
    </message>
    <message>
        <source>This is the edit you see. Change more words to go on from it; hold Space to see the photo as it was.</source>
        <translation>这是当前的编辑。继续更改词可在其基础上编辑；按住空格键查看照片原样。</translation>
    </message>
    <message>
        <source>This edit is on its way; it is shown as soon as it is made. You can go on with the words.</source>
        <translation>此编辑正在生成，完成后立即显示。可以继续更改词。</translation>
    </message>
    <message>
        <source>This is a trial. Apply or Keep puts it into the history; change more words to try on.</source>
        <translation>这是一次试验。“应用”或“保留”会把它放入历史；继续更改词可接着试。</translation>
    </message>
    <message>
        <source>This is a trial. Keep puts it into the history; change more words to try on.</source>
        <translation>这是一次试验。“保留”会把它放入历史；继续更改词可接着试。</translation>
    </message>
    <message>
        <source>{count} words taken together: click one of them or type to replace them all, Delete removes them.</source>
        <translation>已选中 {count} 个词：点击其中一个或直接输入可全部替换，Delete 删除。</translation>
    </message>
    <message>
        <source>You keep {words} unchanged, so changing what describes it will hardly show.</source>
        <translation>{words} 保持不变，因此更改对它的描述几乎看不出来。</translation>
    </message>
    <message>
        <source>{words} is not in the photo&apos;s caption, so the app cannot know where it belongs.</source>
        <translation>{words} 不在照片的描述中，应用无法知道它属于哪里。</translation>
    </message>
    <message>
        <source>{words} are not in the photo&apos;s caption, so the app cannot know where they belong.</source>
        <translation>{words} 不在照片的描述中，应用无法知道它们属于哪里。</translation>
    </message>
    <message>
        <source>Edited caption</source>
        <translation>编辑后的描述</translation>
    </message>
    <message>
        <source>Say what the photo should show instead; Ctrl+Up and Ctrl+Down weigh the word at the cursor</source>
        <translation>说明照片应改为显示什么；Ctrl+↑ 和 Ctrl+↓ 调整光标处词的权重</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>使用它</translation>
    </message>
    <message>
        <source>Turn the sentence into word changes (Return)</source>
        <translation>把句子转换为词的更改（Return）</translation>
    </message>
    <message>
        <source>Keep the words as they are (Escape)</source>
        <translation>保持词不变（Escape）</translation>
    </message>
    <message>
        <source>Retype the caption</source>
        <translation>重写描述</translation>
    </message>
    <message>
        <source>For “{word}”, did you mean</source>
        <translation>对于“{word}”，是否想用：</translation>
    </message>
    <message>
        <source>Put “{word}” in the place of “{unknown}”</source>
        <translation>用“{word}”代替“{unknown}”</translation>
    </message>
    <message>
        <source>This model has not learnt {words}; it will do its best, but other words may work better.</source>
        <translation>此模型没有学过 {words}；它会尽力，但换用其他词可能更好。</translation>
    </message>
    <message>
        <source>No word is changed yet. Say what the photo should show; words that stay the same stay as they are.</source>
        <translation>还没有更改任何词。说明照片应显示什么；相同的词保持不变。</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>理解的内容</translation>
    </message>
    <message>
        <source>How strongly the word counts: 1 as it is, more strengthens, less weakens, 0 mutes</source>
        <translation>词的强度：1 为原样，更大则加强，更小则减弱，0 为静音</translation>
    </message>
    <message>
        <source>weaker</source>
        <translation>更弱</translation>
    </message>
    <message>
        <source>stronger</source>
        <translation>更强</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight as a number</source>
        <translation>权重数值</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加词</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Put this in the word&apos;s place (Return)</source>
        <translation>用它代替该词（Return）</translation>
    </message>
    <message>
        <source>Add it before this word</source>
        <translation>加在此词之前</translation>
    </message>
    <message>
        <source>Add it after this word</source>
        <translation>加在此词之后</translation>
    </message>
    <message>
        <source>This model has not learnt “{word}”.</source>
        <translation>此模型没有学过“{word}”。</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Add a word beside it…</source>
        <translation>在旁边添加词…</translation>
    </message>
    <message>
        <source>Stronger</source>
        <translation>更强</translation>
    </message>
    <message>
        <source>Weaker</source>
        <translation>更弱</translation>
    </message>
    <message>
        <source>Weight as it was</source>
        <translation>恢复原权重</translation>
    </message>
    <message>
        <source>Keep unchanged</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Keep its map in sight</source>
        <translation>固定显示它的词图</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Leave this word&apos;s place in the photo as it is</source>
        <translation>保持此词在照片中的位置不变</translation>
    </message>
    <message>
        <source>Go on showing where the word is in the photo</source>
        <translation>继续显示此词在照片中的位置</translation>
    </message>
    <message>
        <source>Make this word what it was</source>
        <translation>把此词恢复原样</translation>
    </message>
    <message>
        <source>Leave this word out (Delete)</source>
        <translation>去掉此词（Delete）</translation>
    </message>
    <message>
        <source>was “{was}”</source>
        <translation>原为“{was}”</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>{word} kept</source>
        <translation>{word} 保持不变</translation>
    </message>
    <message>
        <source>“{word}”, was “{was}”</source>
        <translation>“{word}”，原为“{was}”</translation>
    </message>
    <message>
        <source>“{was}”, removed</source>
        <translation>“{was}”，已删除</translation>
    </message>
    <message>
        <source>“{word}”, added</source>
        <translation>“{word}”，已添加</translation>
    </message>
    <message>
        <source>, weight {weight}</source>
        <translation>，权重 {weight}</translation>
    </message>
    <message>
        <source>, kept unchanged</source>
        <translation>，保持不变</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Make the edited photo (Ctrl+Return)</source>
        <translation>生成编辑后的照片（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Retype…</source>
        <translation>重写…</translation>
    </message>
    <message>
        <source>Revert all</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Describe otherwise…</source>
        <translation>换种描述…</translation>
    </message>
    <message>
        <source>Describe the photo with another caption; this one stays</source>
        <translation>用另一条描述来描述照片；这一条保留</translation>
    </message>
    <message>
        <source>Edit the words</source>
        <translation>编辑词</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>You painted a mask; it says where, not the words.</source>
        <translation>已涂了遮罩；位置由它决定，而不是词。</translation>
    </message>
    <message>
        <source>Adjust this edit</source>
        <translation>调整此编辑</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title}（{count}）</translation>
    </message>
    <message>
        <source>How firmly the photo is held, where the edit may happen, and how strong it is</source>
        <translation>照片保持得多紧、编辑可以发生在哪里、以及强度</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hold the layout</source>
        <translation>保持布局</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>For how much of the work the photo decides where things are.
More keeps the photo&apos;s shapes; less lets new things take a shape of their own.</source>
        <translation>在多大比例的过程中由照片决定物体的位置。
越多越保持照片的形状；越少则新事物可有自己的形状。</translation>
    </message>
    <message>
        <source>Hold the textures</source>
        <translation>保持纹理</translation>
    </message>
    <message>
        <source>textures</source>
        <translation>纹理</translation>
    </message>
    <message>
        <source>For how much of the work textures and fine structure are the photo&apos;s.
More stays closer to the photo; less gives the edit more freedom.</source>
        <translation>在多大比例的过程中纹理和细节取自照片。
越多越接近照片；越少编辑越自由。</translation>
    </message>
    <message>
        <source>Hold the picture itself</source>
        <translation>保持图片本身</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>For how much of the work the picture simply stays the photo.
A little keeps the composition; much leaves no room for the edit.</source>
        <translation>在多大比例的过程中图片就是照片本身。
少量可保持构图；过多则没有编辑的余地。</translation>
    </message>
    <message>
        <source>Tightness of the area</source>
        <translation>区域的紧密程度</translation>
    </message>
    <message>
        <source>tightness</source>
        <translation>紧密程度</translation>
    </message>
    <message>
        <source>How sure the model must be that a place belongs to the words before it may change.
More makes the area smaller, less makes it larger.</source>
        <translation>模型要多确定某处属于这些词才可改变它。
越大区域越小，越小区域越大。</translation>
    </message>
    <message>
        <source>Soft edge</source>
        <translation>柔和边缘</translation>
    </message>
    <message>
        <source>soft edge</source>
        <translation>柔和边缘</translation>
    </message>
    <message>
        <source>How wide the edit fades out at the edge of its area, as a share of the picture&apos;s shorter side.</source>
        <translation>编辑在区域边缘淡出的宽度，以图片短边的比例表示。</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>How strongly the picture is pushed towards what the words say.
More is stronger and more colourful; too much looks burnt.</source>
        <translation>图片被推向词所描述内容的强度。
越大越强烈、越鲜艳；过大会显得过曝。</translation>
    </message>
    <message>
        <source>Begins after</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Hold the old things</source>
        <translation>保持原有事物</translation>
    </message>
    <message>
        <source>old things</source>
        <translation>旧物</translation>
    </message>
    <message>
        <source>How much of what was learned about the photo&apos;s own things holds the edit, too.
More keeps their look; less lets another thing take shape.</source>
        <translation>关于照片中事物所学到的内容有多少也用于保持编辑。
越多越保持它们的外观；越少则让其他事物成形。</translation>
    </message>
    <message>
        <source>Textures begin after</source>
        <translation>纹理开始于</translation>
    </message>
    <message>
        <source>textures after</source>
        <translation>纹理起点</translation>
    </message>
    <message>
        <source>When the photo&apos;s textures begin to hold the edit.
Later leaves the coarse shapes to the words; past “Hold the textures” they hold nothing.</source>
        <translation>照片的纹理从何时开始保持编辑。
越晚则粗略形状由词决定；超过“保持纹理”后不再起作用。</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Area begins after</source>
        <translation>区域开始于</translation>
    </message>
    <message>
        <source>area after</source>
        <translation>区域起点</translation>
    </message>
    <message>
        <source>When the edit begins to be confined to its area.
Later gives new shapes room to settle; earlier leaves the rest of the photo more alone.</source>
        <translation>编辑从何时开始限制在其区域内。
越晚新形状越有余地；越早照片其余部分越不受影响。</translation>
    </message>
    <message>
        <source>What counts as small</source>
        <translation>多小算小</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>How much of what the words would change is small: this share of the picture&apos;s places.</source>
        <translation>词会带来的更改中有多少算作小：图片位置的这个比例。</translation>
    </message>
    <message>
        <source>Small changes</source>
        <translation>小的更改</translation>
    </message>
    <message>
        <source>What becomes of what the words would change only a little.
Faded or dropped, the rest of the photo stays calmer; most useful where the edit has no area of its own.</source>
        <translation>如何处理词只会稍微改变的部分。
减弱或去掉后，照片其余部分更稳定；在编辑没有自己的区域时最有用。</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>are faded</source>
        <translation>减弱</translation>
    </message>
    <message>
        <source>are dropped</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Change of pose</source>
        <translation>姿态变化</translation>
    </message>
    <message>
        <source>pose</source>
        <translation>姿态</translation>
    </message>
    <message>
        <source>When the edit begins to look up the photo&apos;s textures wherever its own new shapes ask for them.
For changes of pose or place; earlier keeps more of the photo&apos;s look.</source>
        <translation>编辑从何时开始按自己的新形状查找照片的纹理。
用于姿态或位置的变化；越早越保持照片的外观。</translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>in: {words}</source>
        <translation>在：{words}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The changed words and what they describe say where</source>
        <translation>由更改的词及其描述的内容决定位置</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>The edit may change the picture everywhere</source>
        <translation>编辑可以改变图片的任何地方</translation>
    </message>
    <message>
        <source>Where it may happen</source>
        <translation>可以发生的位置</translation>
    </message>
    <message>
        <source>Tick a word: the edit may happen where that word is in the photo</source>
        <translation>勾选一个词：编辑可以发生在该词在照片中的位置</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title}（副本）</translation>
    </message>
    <message>
        <source>“{title}” is deleted; undo brings it back.</source>
        <translation>“{title}”已删除；撤销可恢复。</translation>
    </message>
    <message>
        <source>{count} edits are deleted; undo brings them back.</source>
        <translation>已删除 {count} 个编辑；撤销可恢复。</translation>
    </message>
    <message>
        <source>Name of the edit</source>
        <translation>编辑的名称</translation>
    </message>
    <message>
        <source>Type a name; empty takes it away</source>
        <translation>输入名称；留空则去掉</translation>
    </message>
    <message>
        <source>Live edit</source>
        <translation>实时编辑</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>own mask</source>
        <translation>自己的遮罩</translation>
    </message>
    <message>
        <source>{count} edits on top</source>
        <translation>其上有 {count} 个编辑</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Click an edit to see it and to go on from it; select two with Ctrl to compare</source>
        <translation>点击一个编辑即可查看并在其基础上继续；按住 Ctrl 选择两个进行比较</translation>
    </message>
    <message>
        <source>Change a word and press Apply: every edit is kept here.</source>
        <translation>更改一个词并按“应用”：每个编辑都保存在这里。</translation>
    </message>
    <message>
        <source>No edit has a star yet; point at one and click its star.</source>
        <translation>还没有加星的编辑；指向一个编辑并点击它的星。</translation>
    </message>
    <message>
        <source>automatic: {value}</source>
        <translation>自动：{value}</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>恢复自动</translation>
    </message>
    <message>
        <source>{name}: back to automatic</source>
        <translation>{name}：恢复自动</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Put this one into the history</source>
        <translation>把这个放入历史</translation>
    </message>
    <message>
        <source>Keep {value}</source>
        <translation>保留 {value}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>See it large on the photo</source>
        <translation>在照片上放大查看</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Put this trial into the history (Ctrl+Return)</source>
        <translation>把此试验放入历史（Ctrl+Return）</translation>
    </message>
    <message>
        <source>All variations</source>
        <translation>所有变体</translation>
    </message>
    <message>
        <source>Go back to all variations</source>
        <translation>返回所有变体</translation>
    </message>
    <message>
        <source>Put the trial away; the words stay as they are</source>
        <translation>收起试验；词保持不变</translation>
    </message>
    <message>
        <source>Put the trial away</source>
        <translation>收起试验</translation>
    </message>
    <message>
        <source>Progress of the trial</source>
        <translation>试验进度</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在试验…</translation>
    </message>
    <message>
        <source>Trial: {title}</source>
        <translation>试验：{title}</translation>
    </message>
    <message>
        <source>Not in the history yet. {title}</source>
        <translation>尚未进入历史。{title}</translation>
    </message>
    <message>
        <source>Weight of “{word}”: {value}</source>
        <translation>“{word}”的权重：{value}</translation>
    </message>
    <message>
        <source>{count} variations</source>
        <translation>{count} 个变体</translation>
    </message>
    <message>
        <source>being made…</source>
        <translation>正在制作…</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>未制作</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Make one edit of each value, one after the other</source>
        <translation>逐个为每个值制作一个编辑</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; what is done stays</source>
        <translation>停止；已完成的保留</translation>
    </message>
    <message>
        <source>What is to differ between the variations</source>
        <translation>变体之间应有什么不同</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>变化的内容</translation>
    </message>
    <message>
        <source>The word that varies</source>
        <translation>变化的词</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>The values, with commas between them: one variation is made of each</source>
        <translation>各个值，用逗号分隔：每个值制作一个变体</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Weight of a word</source>
        <translation>一个词的权重</translation>
    </message>
    <message>
        <source>0.5, 1, 1.5, 2, 2.5</source>
        <translation>0.5, 1, 1.5, 2, 2.5</translation>
    </message>
    <message>
        <source>blue, green, yellow</source>
        <translation>blue, green, yellow</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>其他词</translation>
    </message>
    <message>
        <source>Type the values with commas between them.</source>
        <translation>请输入各个值，用逗号分隔。</translation>
    </message>
    <message>
        <source>At most {count} at a time; type fewer values.</source>
        <translation>一次最多 {count} 个；请减少数值。</translation>
    </message>
    <message>
        <source>A cross window must belong to a word of the edited caption and run from one share of the steps to a later one, both between 0 and 1.</source>
        <translation>交叉窗口必须属于编辑后描述中的一个词，并从步数的一个比例到更后的比例，两者都在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>A weight must be between -10 and 10 and belong to a word of the edited caption.</source>
        <translation>权重必须在 -10 到 10 之间，并属于编辑后描述中的一个词。</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>无法分配内存</translation>
    </message>
    <message>
        <source>Choose the word that is to vary.</source>
        <translation>请选择要变化的词。</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Cross replace</source>
        <translation>交叉替换</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is downloaded; unset it to download</source>
        <translation>已设置 HF_HUB_OFFLINE，因此不会下载；要下载请取消设置</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on and computes parts of the network twice.</source>
        <translation>内存不足；任务继续进行，网络的部分内容将计算两次。</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on and handles the picture in tiles.</source>
        <translation>内存不足；任务继续进行，图片将分块处理。</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on on the CPU, which takes longer.</source>
        <translation>内存不足；任务改用 CPU 继续，需要更长时间。</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with at most four timesteps at once.</source>
        <translation>内存不足；任务继续进行，每次最多处理四个时间步。</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with one branch after the other.</source>
        <translation>内存不足；任务继续进行，各分支依次计算。</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with one timestep at a time.</source>
        <translation>内存不足；任务继续进行，每次只处理一个时间步。</translation>
    </message>
    <message>
        <source>Memory ran out; the job goes on with the caption read on the CPU.</source>
        <translation>内存不足；任务继续进行，描述改在 CPU 上读取。</translation>
    </message>
    <message>
        <source>No model was added as “{name}”; “nti-desktop models” lists those there are.</source>
        <translation>没有以“{name}”添加的模型；“nti-desktop models”会列出已有的模型。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>Other programs use much of the memory: fewer timesteps are done at once, which takes longer, and the result may differ in its last digits.</source>
        <translation>其他程序占用了大量内存：每次处理的时间步更少，需要更长时间，结果的末位数字可能不同。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Proximal guidance must be none, soft or hard.</source>
        <translation>近端引导必须是 none、soft 或 hard。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Refinements of each pivot must be between 0 and {most}; 3 are many.</source>
        <translation>每个枢轴的细化次数必须在 0 到 {most} 之间；3 次已算多。</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>资源暂时不可用</translation>
    </message>
    <message>
        <source>SDXL&apos;s refiner</source>
        <translation>SDXL 的 refiner</translation>
    </message>
    <message>
        <source>Self replace</source>
        <translation>自替换</translation>
    </message>
    <message>
        <source>Spatial replace</source>
        <translation>空间替换</translation>
    </message>
    <message>
        <source>The blend threshold</source>
        <translation>遮罩阈值</translation>
    </message>
    <message>
        <source>The blend&apos;s start</source>
        <translation>遮罩的开始</translation>
    </message>
    <message>
        <source>The caption has characters this model cannot read; leave them out.</source>
        <translation>描述中有此模型无法读取的字符；请去掉它们。</translation>
    </message>
    <message>
        <source>The caption has no word “{word}”; its words are: {known}.</source>
        <translation>描述中没有“{word}”这个词；它的词有：{known}。</translation>
    </message>
    <message>
        <source>The caption is empty; describe the photo in a sentence.</source>
        <translation>描述是空的；请用一句话描述照片。</translation>
    </message>
    <message>
        <source>The caption is too long ({count} tokens; {most} are read at most); shorten it, for example by leaving out words that name nothing in the photo.</source>
        <translation>描述太长（{count} 个 token；最多读取 {most} 个）；请缩短，例如去掉与照片内容无关的词。</translation>
    </message>
    <message>
        <source>The configuration of “{name}” makes no sense; get a new copy of it.</source>
        <translation>“{name}”的配置不合理；请重新获取一份。</translation>
    </message>
    <message>
        <source>The crop does not lie inside the photo; choose another.</source>
        <translation>裁剪区域不在照片内；请选择其他区域。</translation>
    </message>
    <message>
        <source>The crop lies outside the photo of {width} x {height} pixels; choose another.</source>
        <translation>裁剪区域超出 {width} x {height} 像素的照片；请选择其他区域。</translation>
    </message>
    <message>
        <source>The edit&apos;s numbers overflow; choose a lower guidance or smaller weights, or run it on the CPU.</source>
        <translation>编辑的数值溢出；请选择较低的引导或较小的权重，或在 CPU 上运行。</translation>
    </message>
    <message>
        <source>The edit&apos;s numbers overflow; choose a lower guidance or smaller weights.</source>
        <translation>编辑的数值溢出；请选择较低的引导或较小的权重。</translation>
    </message>
    <message>
        <source>The edited caption is empty; write what the photo shall show.</source>
        <translation>编辑后的描述是空的；请写出照片应显示的内容。</translation>
    </message>
    <message>
        <source>The engine could not be started ({reason}); try again.</source>
        <translation>无法启动引擎（{reason}）；请重试。</translation>
    </message>
    <message>
        <source>The engine could not finish the job because of an unexpected error; try again, and report it if it stays.</source>
        <translation>由于意外错误，引擎无法完成任务；请重试，如果问题仍在请报告。</translation>
    </message>
    <message>
        <source>The engine could not start because a part of the program is missing ({reason}); install it anew.</source>
        <translation>由于缺少程序的一部分，引擎无法启动（{reason}）；请重新安装。</translation>
    </message>
    <message>
        <source>The engine could not start because of an unexpected error; try again, and report it if it stays.</source>
        <translation>由于意外错误，引擎无法启动；请重试，如果问题仍在请报告。</translation>
    </message>
    <message>
        <source>The engine did not answer any more and was ended; nothing is lost: start the job again.</source>
        <translation>引擎不再响应，已被结束；没有任何损失：请重新开始任务。</translation>
    </message>
    <message>
        <source>The engine is at work on another job; wait for it, or cancel it first.</source>
        <translation>引擎正在处理另一个任务；请等待，或先取消它。</translation>
    </message>
    <message>
        <source>The engine met an error it does not know; try again, or report the details.</source>
        <translation>引擎遇到未知错误；请重试，或报告详情。</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly; nothing is lost: start the job again, and report it if it stays.</source>
        <translation>引擎意外停止；没有任何损失：请重新开始任务，如果问题仍在请报告。</translation>
    </message>
    <message>
        <source>The engine stopped without a result; try again.</source>
        <translation>引擎停止但没有结果；请重试。</translation>
    </message>
    <message>
        <source>The engine was stopped from outside, most likely because memory ran out; nothing is lost: close other programs, or use a smaller model, and start the job again.</source>
        <translation>引擎被外部停止，很可能是内存不足；没有任何损失：请关闭其他程序或使用更小的模型，然后重新开始任务。</translation>
    </message>
    <message>
        <source>The files of “{model}” cannot be deleted ({reason}); delete “{folder}” yourself.</source>
        <translation>无法删除“{model}”的文件（{reason}）；请自行删除“{folder}”。</translation>
    </message>
    <message>
        <source>The guidance must be between {least:g} and {most:g}; 7.5 is usual.</source>
        <translation>引导必须在 {least:g} 到 {most:g} 之间；通常为 7.5。</translation>
    </message>
    <message>
        <source>The guidance of an edit must be between 0 and {most:g}.</source>
        <translation>编辑的引导必须在 0 到 {most:g} 之间。</translation>
    </message>
    <message>
        <source>The inversion&apos;s numbers overflow; choose a guidance further from 1, or run it on the CPU.</source>
        <translation>反演的数值溢出；请选择离 1 更远的引导，或在 CPU 上运行。</translation>
    </message>
    <message>
        <source>The inversion&apos;s numbers overflow; choose a guidance further from 1.</source>
        <translation>反演的数值溢出；请选择离 1 更远的引导。</translation>
    </message>
    <message>
        <source>The job uses as little memory as it can, as asked for; it takes longer.</source>
        <translation>任务按要求尽量少用内存；需要更长时间。</translation>
    </message>
    <message>
        <source>The list of models cannot be written ({reason}); free some space.</source>
        <translation>无法写入模型列表（{reason}）；请腾出一些空间。</translation>
    </message>
    <message>
        <source>The mask is not of the picture&apos;s size; paint it again.</source>
        <translation>遮罩与图片大小不符；请重新涂抹。</translation>
    </message>
    <message>
        <source>The mask must be {width} x {height} pixels, the size of the working image.</source>
        <translation>遮罩必须是 {width} x {height} 像素，即工作图像的大小。</translation>
    </message>
    <message>
        <source>The model lacks {where}; get a complete copy of it.</source>
        <translation>模型缺少 {where}；请获取完整的一份。</translation>
    </message>
    <message>
        <source>The model lacks {where}; only safetensors weights are read.</source>
        <translation>模型缺少 {where}；只读取 safetensors 权重。</translation>
    </message>
    <message>
        <source>The model needs a photo of three colours (RGB, 8 bits each); convert it to such.</source>
        <translation>模型需要三色照片（RGB，每色 8 位）；请转换。</translation>
    </message>
    <message>
        <source>The model needs sides that are multiples of {multiple} pixels; crop the photo to such.</source>
        <translation>模型要求边长为 {multiple} 像素的倍数；请相应裁剪照片。</translation>
    </message>
    <message>
        <source>The model “{name}” cannot be loaded; get a new copy of it.</source>
        <translation>无法加载模型“{name}”；请重新获取一份。</translation>
    </message>
    <message>
        <source>The model&apos;s noise schedule “{schedule}” is not known; choose another Stable Diffusion model.</source>
        <translation>模型的噪声调度“{schedule}”未知；请选择其他 Stable Diffusion 模型。</translation>
    </message>
    <message>
        <source>The model&apos;s numbers overflow; get a new copy of it, or run it on the CPU.</source>
        <translation>模型的数值溢出；请重新获取一份，或在 CPU 上运行。</translation>
    </message>
    <message>
        <source>The model&apos;s numbers overflow; get a new copy of it.</source>
        <translation>模型的数值溢出；请重新获取一份。</translation>
    </message>
    <message>
        <source>The model&apos;s sampling (“{spacing}”, “{prediction}”) is not known; choose another model.</source>
        <translation>模型的采样方式（“{spacing}”，“{prediction}”）未知；请选择其他模型。</translation>
    </message>
    <message>
        <source>The model&apos;s {part} has pickled weights only, which can run code; get a copy with safetensors weights.</source>
        <translation>模型的 {part} 只有 pickle 权重，可能运行代码；请获取带 safetensors 权重的一份。</translation>
    </message>
    <message>
        <source>The model&apos;s {where} cannot be read; check the permissions of the file.</source>
        <translation>无法读取模型的 {where}；请检查文件权限。</translation>
    </message>
    <message>
        <source>The model&apos;s {where} is damaged; get a new copy.</source>
        <translation>模型的 {where} 已损坏；请重新获取一份。</translation>
    </message>
    <message>
        <source>The model&apos;s {where} is incomplete; get a new copy.</source>
        <translation>模型的 {where} 不完整；请重新获取一份。</translation>
    </message>
    <message>
        <source>The model&apos;s {where} points outside its folder; do not use this copy.</source>
        <translation>模型的 {where} 指向其文件夹之外；请勿使用这一份。</translation>
    </message>
    <message>
        <source>The null embedding&apos;s start must be between 0 (the empty caption) and 1 (the caption).</source>
        <translation>空嵌入的起点必须在 0（空描述）到 1（描述）之间。</translation>
    </message>
    <message>
        <source>The number of steps must be between 2 and {most}; 50 is usual.</source>
        <translation>步数必须在 2 到 {most} 之间；通常为 50。</translation>
    </message>
    <message>
        <source>The photo has not been inverted with this caption; invert it first.</source>
        <translation>照片尚未用此描述反演；请先反演。</translation>
    </message>
    <message>
        <source>The preset paper begins with the empty caption&apos;s embedding; leave out the preset or the start of null embeddings.</source>
        <translation>预设 paper 从空描述的嵌入开始；请去掉预设或空嵌入的起点。</translation>
    </message>
    <message>
        <source>The preset paper is a way to do null-text, not {method}; leave out one of the two.</source>
        <translation>预设 paper 用于 null-text，不用于 {method}；请去掉其中之一。</translation>
    </message>
    <message>
        <source>The project has no file yet; choose where to save it.</source>
        <translation>项目还没有文件；请选择保存位置。</translation>
    </message>
    <message>
        <source>The project is too large to be kept against a crash; save it now and then.</source>
        <translation>项目太大，无法为防崩溃而备份；请不时保存。</translation>
    </message>
    <message>
        <source>The project no longer has that caption; choose another.</source>
        <translation>项目中已没有该描述；请选择其他描述。</translation>
    </message>
    <message>
        <source>The project no longer has that edit; choose another.</source>
        <translation>项目中已没有该编辑；请选择其他编辑。</translation>
    </message>
    <message>
        <source>The project no longer has what that picture was made from; choose another.</source>
        <translation>项目中已没有生成该图片所用的内容；请选择其他图片。</translation>
    </message>
    <message>
        <source>The proximal quantile</source>
        <translation>近端分位数</translation>
    </message>
    <message>
        <source>The sample photos are missing or damaged; install NTI Desktop again.</source>
        <translation>示例照片缺失或损坏；请重新安装 NTI Desktop。</translation>
    </message>
    <message>
        <source>The self-attention maps there are too large for components ({positions} positions, at most {most}); choose layers deeper in the network, or do without components.</source>
        <translation>那里的自注意力图对成分来说太大（{positions} 个位置，最多 {most} 个）；请选择网络中更深的层，或不用成分。</translation>
    </message>
    <message>
        <source>The share of the null embeddings</source>
        <translation>空嵌入的比例</translation>
    </message>
    <message>
        <source>The soft edge of the blend mask must be between 0 and 0.5 of the shorter side.</source>
        <translation>遮罩的柔和边缘必须在短边的 0 到 0.5 之间。</translation>
    </message>
    <message>
        <source>The start of mutual self-attention</source>
        <translation>互自注意力的开始</translation>
    </message>
    <message>
        <source>The start of self replace</source>
        <translation>自替换的开始</translation>
    </message>
    <message>
        <source>The steps to look at must run from one share to a later one, both between 0 and 1.</source>
        <translation>要查看的步必须从一个比例到更后的比例，两者都在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>The timesteps do not belong to this model; invert the photo with it again.</source>
        <translation>这些时间步不属于此模型；请用它重新反演照片。</translation>
    </message>
    <message>
        <source>There is no file “{path}”; check its name.</source>
        <translation>没有文件“{path}”；请检查名称。</translation>
    </message>
    <message>
        <source>There is no method “{method}”; choose one of: {known}.</source>
        <translation>没有方法“{method}”；请选择：{known}。</translation>
    </message>
    <message>
        <source>There is no model at “{model}”; choose the folder of a Stable Diffusion model.</source>
        <translation>“{model}”处没有模型；请选择 Stable Diffusion 模型的文件夹。</translation>
    </message>
    <message>
        <source>There is no model at “{model}”; “nti-desktop models download {model}” may get it.</source>
        <translation>“{model}”处没有模型；“nti-desktop models download {model}”也许可以获取它。</translation>
    </message>
    <message>
        <source>There is no preset “{preset}”; choose one of: {known}.</source>
        <translation>没有预设“{preset}”；请选择：{known}。</translation>
    </message>
    <message>
        <source>There is no self-attention among {layers}; name whole blocks, or do without components.</source>
        <translation>{layers} 中没有自注意力；请指定整个块，或不用成分。</translation>
    </message>
    <message>
        <source>There is no way “{memory}” to use memory; choose auto or low.</source>
        <translation>没有“{memory}”这种内存使用方式；请选择 auto 或 low。</translation>
    </message>
    <message>
        <source>There is not enough memory for this job; close other programs and try again.</source>
        <translation>内存不足以完成此任务；请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>There is not enough memory for this job; close other programs, or choose a smaller photo or model.</source>
        <translation>内存不足以完成此任务；请关闭其他程序，或选择更小的照片或模型。</translation>
    </message>
    <message>
        <source>There is nothing to save yet; open a photo first.</source>
        <translation>还没有可保存的内容；请先打开一张照片。</translation>
    </message>
    <message>
        <source>This computer has no {name} device that can be used; choose auto or cpu, or in the window another device under Settings.</source>
        <translation>此计算机没有可用的 {name} 设备；请在“设置”中选择其他设备。</translation>
    </message>
    <message>
        <source>This inversion was begun with another photo, caption, model or settings; invert anew, without resuming.</source>
        <translation>此反演是用其他照片、描述、模型或设置开始的；请重新反演，不要继续。</translation>
    </message>
    <message>
        <source>This model has no attention layers “{prefix}”; choose from: {known}.</source>
        <translation>此模型没有注意力层“{prefix}”；可选：{known}。</translation>
    </message>
    <message>
        <source>This model has {layers} self-attention layers; choose the first mutual one between 0 and {most}.</source>
        <translation>此模型有 {layers} 个自注意力层；请在 0 到 {most} 之间选择第一个互注意力层。</translation>
    </message>
    <message>
        <source>This photo was inverted with another model ({model}); invert it again with the current one to edit further.</source>
        <translation>此照片是用其他模型（{model}）反演的；要继续编辑，请用当前模型重新反演。</translation>
    </message>
    <message>
        <source>This photo was inverted with another model ({model}); invert it again with the current one to see its maps.</source>
        <translation>此照片是用其他模型（{model}）反演的；要查看词图，请用当前模型重新反演。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>What is left of this inversion is damaged; invert anew, without resuming.</source>
        <translation>此反演留下的内容已损坏；请重新反演，不要继续。</translation>
    </message>
    <message>
        <source>What you change cannot be kept against a crash for now; save the project often</source>
        <translation>目前无法为防崩溃而保留您的更改；请经常保存项目</translation>
    </message>
    <message>
        <source>a ControlNet, which only steers another model</source>
        <translation>ControlNet，只用于控制其他模型</translation>
    </message>
    <message>
        <source>a Flux model</source>
        <translation>Flux 模型</translation>
    </message>
    <message>
        <source>a LoRA, which only changes another model</source>
        <translation>LoRA，只用于改变其他模型</translation>
    </message>
    <message>
        <source>a Stable Diffusion 3 model</source>
        <translation>Stable Diffusion 3 模型</translation>
    </message>
    <message>
        <source>a cross window ends before it begins</source>
        <translation>交叉窗口的结束早于开始</translation>
    </message>
    <message>
        <source>a depth-guided variant</source>
        <translation>深度引导的变体</translation>
    </message>
    <message>
        <source>a folder has that name; choose another</source>
        <translation>已有同名文件夹；请换一个名称</translation>
    </message>
    <message>
        <source>a key occurs twice</source>
        <translation>某个键出现两次</translation>
    </message>
    <message>
        <source>a member has a name that cannot be read</source>
        <translation>某个成员的名称无法读取</translation>
    </message>
    <message>
        <source>a member is missing, or one too many</source>
        <translation>缺少或多出一个成员</translation>
    </message>
    <message>
        <source>a member occurs twice</source>
        <translation>某个成员出现两次</translation>
    </message>
    <message>
        <source>a noise network alone</source>
        <translation>单独的噪声网络</translation>
    </message>
    <message>
        <source>a text encoder alone</source>
        <translation>单独的文本编码器</translation>
    </message>
    <message>
        <source>a textual-inversion embedding, which is only a word</source>
        <translation>textual inversion 嵌入，只是一个词</translation>
    </message>
    <message>
        <source>a value is not a number</source>
        <translation>某个值不是数字</translation>
    </message>
    <message>
        <source>a variant with {channels} input channels</source>
        <translation>有 {channels} 个输入通道的变体</translation>
    </message>
    <message>
        <source>an autoencoder (VAE) alone</source>
        <translation>单独的自编码器（VAE）</translation>
    </message>
    <message>
        <source>an autoencoder alone</source>
        <translation>单独的自编码器</translation>
    </message>
    <message>
        <source>an edit has a mask of an unknown kind</source>
        <translation>某个编辑的遮罩种类未知</translation>
    </message>
    <message>
        <source>an edit has an id that is none</source>
        <translation>某个编辑的标识无效</translation>
    </message>
    <message>
        <source>an edit refers to a picture that is none of its own</source>
        <translation>某个编辑引用了不属于它的图片</translation>
    </message>
    <message>
        <source>an edit refers to an inversion that is missing</source>
        <translation>某个编辑引用了缺失的反演</translation>
    </message>
    <message>
        <source>an image-to-image variant (InstructPix2Pix)</source>
        <translation>图生图变体（InstructPix2Pix）</translation>
    </message>
    <message>
        <source>an inpainting variant</source>
        <translation>修补（inpainting）变体</translation>
    </message>
    <message>
        <source>an unCLIP variant</source>
        <translation>unCLIP 变体</translation>
    </message>
    <message>
        <source>an upscaler</source>
        <translation>放大模型</translation>
    </message>
    <message>
        <source>another kind of model</source>
        <translation>其他种类的模型</translation>
    </message>
    <message>
        <source>by its name, “{part}”; rename it if it is not</source>
        <translation>根据名称“{part}”；如果不是，请重命名</translation>
    </message>
    <message>
        <source>by its scheduler</source>
        <translation>根据其调度器</translation>
    </message>
    <message>
        <source>it has a member that does not belong there</source>
        <translation>其中有不该出现的成员</translation>
    </message>
    <message>
        <source>it is another kind of file</source>
        <translation>它是其他种类的文件</translation>
    </message>
    <message>
        <source>it is incomplete, or too large</source>
        <translation>它不完整，或太大</translation>
    </message>
    <message>
        <source>it refers to something that is missing</source>
        <translation>它引用了缺失的内容</translation>
    </message>
    <message>
        <source>its autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>its directory is damaged</source>
        <translation>其目录已损坏</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>缺少结尾</translation>
    </message>
    <message>
        <source>its owner must let you in first; accept its terms on its page and log in</source>
        <translation>需先得到所有者许可；请在其页面上接受条款并登录</translation>
    </message>
    <message>
        <source>its pictures are packed too tightly</source>
        <translation>其中的图片压缩过密</translation>
    </message>
    <message>
        <source>its text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>no plain {name} model (its text width is another)</source>
        <translation>非普通的 {name} 模型（文本宽度不同）</translation>
    </message>
    <message>
        <source>not a Stable Diffusion checkpoint</source>
        <translation>非 Stable Diffusion 检查点</translation>
    </message>
    <message>
        <source>nothing is left of it</source>
        <translation>没有任何内容留下</translation>
    </message>
    <message>
        <source>that place is read-only; save elsewhere</source>
        <translation>该位置是只读的；请保存到别处</translation>
    </message>
    <message>
        <source>the checksum of {name} is none</source>
        <translation>{name} 的校验和无效</translation>
    </message>
    <message>
        <source>the checksum of {name} is wrong</source>
        <translation>{name} 的校验和不正确</translation>
    </message>
    <message>
        <source>the crop lies outside the photo</source>
        <translation>裁剪区域在照片之外</translation>
    </message>
    <message>
        <source>the file would be too large there; save elsewhere</source>
        <translation>文件对该位置来说太大；请保存到别处</translation>
    </message>
    <message>
        <source>the folder does not exist; save elsewhere</source>
        <translation>文件夹不存在；请保存到别处</translation>
    </message>
    <message>
        <source>the hub cannot be reached or the disk cannot be written; try again later</source>
        <translation>无法连接模型库或无法写入磁盘；请稍后重试</translation>
    </message>
    <message>
        <source>the hub has no such model; check the spelling</source>
        <translation>模型库中没有此模型；请检查拼写</translation>
    </message>
    <message>
        <source>the members are too large</source>
        <translation>成员太大</translation>
    </message>
    <message>
        <source>the model&apos;s location is not on this machine</source>
        <translation>模型的位置不在此计算机上</translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation>名称太长；请选择更短的名称</translation>
    </message>
    <message>
        <source>there are masks, but nothing to lay them on</source>
        <translation>有遮罩，但没有可放置之处</translation>
    </message>
    <message>
        <source>there is no space left there; free some, or save elsewhere</source>
        <translation>那里没有剩余空间；请腾出空间，或保存到别处</translation>
    </message>
    <message>
        <source>too many edits are stacked</source>
        <translation>叠加的编辑过多</translation>
    </message>
    <message>
        <source>trained with another kind of noise (EDM)</source>
        <translation>用其他种类的噪声（EDM）训练的</translation>
    </message>
    <message>
        <source>you may not write there; save elsewhere</source>
        <translation>您无权写入那里；请保存到别处</translation>
    </message>
    <message>
        <source>your share of that disk is used up; free some, or save elsewhere</source>
        <translation>您在该磁盘上的配额已用完；请腾出空间，或保存到别处</translation>
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
        <translation>“{model}”的 {file} 下载后已损坏；请重新下载。</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>无法读取 {name}</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>无法读取 {name}：{reason}</translation>
    </message>
    <message>
        <source>{name} has another size than it says</source>
        <translation>{name} 的大小与所述不符</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} 不是数字</translation>
    </message>
    <message>
        <source>{name} is packed in another way</source>
        <translation>{name} 的压缩方式不同</translation>
    </message>
    <message>
        <source>{name} is packed too tightly</source>
        <translation>{name} 压缩过密</translation>
    </message>
    <message>
        <source>{name} is too large</source>
        <translation>{name} 太大</translation>
    </message>
    <message>
        <source>{problem} ({reason}).</source>
        <translation>{problem}（{reason}）。</translation>
    </message>
    <message>
        <source>{reason}; try again, or save elsewhere</source>
        <translation>{reason}；请重试，或保存到别处</translation>
    </message>
    <message>
        <source>{what} must be a share between 0 and 1.</source>
        <translation>{what}必须是 0 到 1 之间的比例。</translation>
    </message>
    <message>
        <source>{where} has a damaged header</source>
        <translation>{where} 的头部已损坏</translation>
    </message>
    <message>
        <source>{where} has an array that does not belong there</source>
        <translation>{where} 中有不该出现的数组</translation>
    </message>
    <message>
        <source>{where} has an id twice</source>
        <translation>{where} 中有重复的标识</translation>
    </message>
    <message>
        <source>{where} has another size or kind</source>
        <translation>{where} 的大小或种类不同</translation>
    </message>
    <message>
        <source>{where} has too many values</source>
        <translation>{where} 的值过多</translation>
    </message>
    <message>
        <source>{where} is a GGUF file, which this program does not read; get it as .safetensors.</source>
        <translation>{where} 是 GGUF 文件，本程序不读取；请获取 .safetensors 格式。</translation>
    </message>
    <message>
        <source>{where} is a pickled checkpoint, which can run code; get it as .safetensors.</source>
        <translation>{where} 是 pickle 检查点，可能运行代码；请获取 .safetensors 格式。</translation>
    </message>
    <message>
        <source>{where} is a pointer to the weights, not the weights; download the file itself.</source>
        <translation>{where} 只是指向权重的指针，不是权重本身；请下载文件本身。</translation>
    </message>
    <message>
        <source>{where} is a text file, not a model; choose a .safetensors checkpoint.</source>
        <translation>{where} 是文本文件，不是模型；请选择 .safetensors 检查点。</translation>
    </message>
    <message>
        <source>{where} is damaged</source>
        <translation>{where} 已损坏</translation>
    </message>
    <message>
        <source>{where} is not an object</source>
        <translation>{where} 不是对象</translation>
    </message>
    <message>
        <source>{where} is not valid JSON</source>
        <translation>{where} 不是有效的 JSON</translation>
    </message>
    <message>
        <source>{where} lacks an array or its description</source>
        <translation>{where} 缺少数组或其说明</translation>
    </message>
    <message>
        <source>{where} lacks {key}</source>
        <translation>{where} 缺少 {key}</translation>
    </message>
    <message>
        <source>{where}.{key} is not as expected</source>
        <translation>{where}.{key} 与预期不符</translation>
    </message>
    <message>
        <source>{where}: the shapes of its arrays do not fit together</source>
        <translation>{where}：各数组的形状不相符</translation>
    </message>
    <message>
        <source>{where}: timesteps are out of order</source>
        <translation>{where}：时间步顺序不对</translation>
    </message>
    <message>
        <source>{where}: word_maps is out of range</source>
        <translation>{where}：word_maps 超出范围</translation>
    </message>
    <message>
        <source>{where}: {name} has another type or shape</source>
        <translation>{where}：{name} 的类型或形状不同</translation>
    </message>
    <message>
        <source>{where}: {name} holds values that are no numbers</source>
        <translation>{where}：{name} 含有非数字的值</translation>
    </message>
    <message>
        <source>{width} x {height} pixels are too many for {kind}; export as PNG or TIFF.</source>
        <translation>{width} x {height} 像素对 {kind} 来说太多；请导出为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>“{model}” cannot be downloaded: {reason}.</source>
        <translation>无法下载“{model}”：{reason}。</translation>
    </message>
    <message>
        <source>“{model}” cannot be read ({reason}); check its permissions.</source>
        <translation>无法读取“{model}”（{reason}）；请检查其权限。</translation>
    </message>
    <message>
        <source>“{model}” has no safetensors weights, the only ones that are read; look for a model that has.</source>
        <translation>“{model}”没有 safetensors 权重，而只读取这种权重；请寻找有此权重的模型。</translation>
    </message>
    <message>
        <source>“{model}” is not a hub id; it has the form owner/name.</source>
        <translation>“{model}”不是模型库 ID；其格式为 owner/name。</translation>
    </message>
    <message>
        <source>“{model}” is not laid out as a diffusers model; download its .safetensors checkpoint yourself and name the file.</source>
        <translation>“{model}”不是 diffusers 布局的模型；请自行下载其 .safetensors 检查点并指定该文件。</translation>
    </message>
    <message>
        <source>“{model}” needs {needed}, the disk has {free}; free some space.</source>
        <translation>“{model}”需要 {needed}，磁盘有 {free}；请腾出空间。</translation>
    </message>
    <message>
        <source>“{name}” cannot be a model&apos;s name; use letters, digits, blanks and hyphens.</source>
        <translation>“{name}”不能作为模型名称；请使用字母、数字、空格和连字符。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read ({reason}); check that you may open it.</source>
        <translation>无法读取“{name}”（{reason}）；请检查您是否有权打开它。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read ({reason}); try a copy of it.</source>
        <translation>无法读取“{name}”（{reason}）；请试用它的副本。</translation>
    </message>
    <message>
        <source>“{name}” cannot be recovered ({reason}); open the file it was last saved to.</source>
        <translation>无法恢复“{name}”（{reason}）；请打开它最后保存到的文件。</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved: {reason}.</source>
        <translation>无法保存“{name}”：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written as {kind}; choose another format.</source>
        <translation>“{name}”无法写为 {kind}；请选择其他格式。</translation>
    </message>
    <message>
        <source>“{name}” has no suffix of a picture that can be written; use one of {known}.</source>
        <translation>“{name}”的后缀不是可写的图片格式；请使用其中之一：{known}。</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels, more than {most} megapixels; make it smaller first.</source>
        <translation>“{name}”像素过多，超过 {most} 百万像素；请先缩小。</translation>
    </message>
    <message>
        <source>“{name}” has {width} x {height} pixels, more than {most} megapixels; make it smaller first.</source>
        <translation>“{name}”有 {width} x {height} 像素，超过 {most} 百万像素；请先缩小。</translation>
    </message>
    <message>
        <source>“{name}” holds far more than a photo does beside its pixels; save it anew without metadata.</source>
        <translation>“{name}”在像素之外含有远超照片所需的内容；请去掉元数据后重新保存。</translation>
    </message>
    <message>
        <source>“{name}” is SDXL&apos;s refiner; choose the base model.</source>
        <translation>“{name}”是 SDXL 的 refiner；请选择基础模型。</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC photo, which cannot be opened yet; save it as JPEG or PNG first.</source>
        <translation>“{name}”是 HEIC 照片，目前无法打开；请先存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>“{name}” is a LoRA, which only changes another model; choose a whole model.</source>
        <translation>“{name}”是 LoRA，只用于改变其他模型；请选择完整的模型。</translation>
    </message>
    <message>
        <source>“{name}” is a few-step distilled model ({kind}): null-text inversion needs classifier-free guidance and many small steps, which such a model was trained to do without; choose the model it was distilled from.</source>
        <translation>“{name}”是少步蒸馏模型（{kind}）：空文本反演需要 classifier-free guidance 和许多小步，而此类模型训练时不用它们；请选择它蒸馏自的模型。</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a photo inside it.</source>
        <translation>“{name}”是文件夹；请选择其中的照片。</translation>
    </message>
    <message>
        <source>“{name}” is an inpainting or image-to-image variant ({channels} input channels); choose the plain text-to-image model.</source>
        <translation>“{name}”是修补或图生图变体（{channels} 个输入通道）；请选择普通的文生图模型。</translation>
    </message>
    <message>
        <source>“{name}” is being recovered in another window; look there.</source>
        <translation>“{name}”正在另一个窗口中恢复；请到那里查看。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete; try another copy of the photo.</source>
        <translation>“{name}”已损坏或不完整；请试用照片的其他副本。</translation>
    </message>
    <message>
        <source>“{name}” is empty; choose another photo.</source>
        <translation>“{name}”是空的；请选择其他照片。</translation>
    </message>
    <message>
        <source>“{name}” is full of pictures of that name; choose another folder.</source>
        <translation>“{name}”中已满是同名图片；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is larger than {most} MiB; save it smaller first.</source>
        <translation>“{name}”大于 {most} MiB；请先存为更小的文件。</translation>
    </message>
    <message>
        <source>“{name}” is no project, or damaged ({reason}); try a backup.</source>
        <translation>“{name}”不是项目，或已损坏（{reason}）；请试用备份。</translation>
    </message>
    <message>
        <source>“{name}” is no project, or damaged; try a backup.</source>
        <translation>“{name}”不是项目，或已损坏；请试用备份。</translation>
    </message>
    <message>
        <source>“{name}” is not a Stable Diffusion model but made for {pipeline}: its {part} is not a {kind}.</source>
        <translation>“{name}”不是 Stable Diffusion 模型，而是为 {pipeline} 制作的：其 {part} 不是 {kind}。</translation>
    </message>
    <message>
        <source>“{name}” is not a photo that can be opened; choose a PNG, JPEG, WebP, TIFF, BMP or GIF file.</source>
        <translation>“{name}”不是可以打开的照片；请选择 PNG、JPEG、WebP、TIFF、BMP 或 GIF 文件。</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file; choose a photo.</source>
        <translation>“{name}”不是普通文件；请选择一张照片。</translation>
    </message>
    <message>
        <source>“{name}” is only {width} x {height} pixels; choose a larger photo.</source>
        <translation>“{name}”只有 {width} x {height} 像素；请选择更大的照片。</translation>
    </message>
    <message>
        <source>“{name}” is steered by more than a caption; choose a plain text-to-image model.</source>
        <translation>“{name}”不只由描述控制；请选择普通的文生图模型。</translation>
    </message>
    <message>
        <source>“{name}” is {kind}; choose a plain Stable Diffusion 1.x, 2.x or XL checkpoint.</source>
        <translation>“{name}”是{kind}；请选择普通的 Stable Diffusion 1.x、2.x 或 XL 检查点。</translation>
    </message>
    <message>
        <source>“{name}” is {kind}; choose the folder of a whole model.</source>
        <translation>“{name}”是{kind}；请选择完整模型的文件夹。</translation>
    </message>
    <message>
        <source>“{name}” lacks {missing}; get the full checkpoint.</source>
        <translation>“{name}”缺少{missing}；请获取完整的检查点。</translation>
    </message>
    <message>
        <source>“{name}” no longer holds what was found for “{caption}” ({reason}); export its edits and delete that caption, or go on with a backup of the file.</source>
        <translation>“{name}”不再含有为“{caption}”找到的内容（{reason}）；请导出其编辑结果并删除该描述，或用文件的备份继续。</translation>
    </message>
    <message>
        <source>“{name}” predicts the picture itself, not its noise (prediction_type: sample); choose another model.</source>
        <translation>“{name}”预测的是图片本身而不是噪声（prediction_type: sample）；请选择其他模型。</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer NTI Desktop; update the program to open it.</source>
        <translation>“{name}”由更新版本的 NTI Desktop 制作；请更新程序后打开。</translation>
    </message>
    <message>
        <source>“{name}” was not saved: it could not be opened again ({reason}); undo the last change.</source>
        <translation>“{name}”未保存：它将无法再次打开（{reason}）；请撤销上一次更改。</translation>
    </message>
    <message>
        <source>“{name}” was not saved: it would be larger than 4 GiB; delete some edits first.</source>
        <translation>“{name}”未保存：文件会超过 4 GiB；请先删除一些编辑。</translation>
    </message>
    <message>
        <source>“{name}” was not saved: {reason}</source>
        <translation>“{name}”未保存：{reason}</translation>
    </message>
    <message>
        <source>“{name}” was not saved: {reason}.</source>
        <translation>“{name}”未保存：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” was trained with another kind of noise (EDM or flow); choose another model.</source>
        <translation>“{name}”是用其他种类的噪声（EDM 或 flow）训练的；请选择其他模型。</translation>
    </message>
    <message>
        <source>“{text}” does not fit here; type numbers from {least:g} to {most:g} with commas between them.</source>
        <translation>“{text}”不适用；请输入 {least:g} 到 {most:g} 之间的数字，用逗号分隔。</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Back to the photo; the variations stay here (Escape)</source>
        <translation>返回照片；变体保留在这里（Escape）</translation>
    </message>
    <message>
        <source>Back to the photo</source>
        <translation>返回照片</translation>
    </message>
    <message>
        <source>Each is made from the edit as it is now. Click one to see it large; keep what you like.</source>
        <translation>每个变体都由当前编辑制作。点击可放大查看；保留喜欢的。</translation>
    </message>
    <message>
        <source>Try variations</source>
        <translation>尝试变体</translation>
    </message>
    <message>
        <source>Sample photo: {caption}</source>
        <translation>示例照片：{caption}</translation>
    </message>
    <message>
        <source>Open this sample: {caption}</source>
        <translation>打开此示例：{caption}</translation>
    </message>
    <message>
        <source>Remove from this list; the file stays (Delete)</source>
        <translation>从列表中移除；文件保留（Delete）</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>从列表中移除 {name}</translation>
    </message>
    <message>
        <source>{path} is gone</source>
        <translation>{path} 已不存在</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>{name}, which is gone</source>
        <translation>{name}，已不存在</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>{kind} in {folder}</source>
        <translation>{folder} 中的{kind}</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Photos and projects</source>
        <translation>照片和项目</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Export the edited photo</source>
        <translation>导出编辑后的照片</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>The edits made since the last save are lost otherwise.</source>
        <translation>否则上次保存之后的编辑将会丢失。</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and close?</source>
        <translation>仍有任务在运行。停止并关闭吗？</translation>
    </message>
    <message>
        <source>{count} jobs are not done yet. Stop them and close?</source>
        <translation>还有 {count} 个任务未完成。停止并关闭吗？</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and open the other file?</source>
        <translation>仍有任务在运行。要停止它并打开另一个文件吗？</translation>
    </message>
    <message>
        <source>{count} jobs are not done yet. Stop them and open the other file?</source>
        <translation>还有 {count} 个任务未完成。要停止它们并打开另一个文件吗？</translation>
    </message>
    <message>
        <source>Stop and open</source>
        <translation>停止并打开</translation>
    </message>
    <message>
        <source>What is done of an inversion is kept, to go on later; an edit has to be made again.</source>
        <translation>反演已完成的部分会保留，以便稍后继续；编辑则需要重新生成。</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program or window.</source>
        <translation>“{name}”已被其他程序或窗口更改。</translation>
    </message>
    <message>
        <source>Overwriting it loses what was saved there since you opened it.</source>
        <translation>覆盖会丢失打开之后保存在那里的内容。</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Nothing is fetched from the web: save the picture to your disk, then open it from there.</source>
        <translation>不从网络获取任何内容：请先把图片保存到磁盘，再从那里打开。</translation>
    </message>
    <message>
        <source>One photo at a time: “{name}” was opened, {others} more were not.</source>
        <translation>一次只打开一张照片：已打开“{name}”，另外 {others} 张未打开。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard; copy one and paste again.</source>
        <translation>剪贴板中没有图片；请复制一张再粘贴。</translation>
    </message>
    <message>
        <source>PNG: every pixel kept</source>
        <translation>PNG：保留每个像素</translation>
    </message>
    <message>
        <source>JPEG: small, opens everywhere</source>
        <translation>JPEG：小巧，到处都能打开</translation>
    </message>
    <message>
        <source>WebP: small, or every pixel kept</source>
        <translation>WebP：小巧，或保留每个像素</translation>
    </message>
    <message>
        <source>TIFF: for print and other editors</source>
        <translation>TIFF：用于打印和其他编辑器</translation>
    </message>
    <message>
        <source>The edit you see</source>
        <translation>当前看到的编辑</translation>
    </message>
    <message>
        <source>Starred edits ({number})</source>
        <translation>加星的编辑（{number}）</translation>
    </message>
    <message>
        <source>All edits ({number})</source>
        <translation>所有编辑（{number}）</translation>
    </message>
    <message>
        <source>The reconstruction, without an edit</source>
        <translation>重建图，不含编辑</translation>
    </message>
    <message>
        <source>JPEG has no transparency: what is clear becomes white.</source>
        <translation>JPEG 没有透明度：透明处变为白色。</translation>
    </message>
    <message>
        <source>The original has more than 8 bits for each colour; the file has 8.</source>
        <translation>原图每种颜色超过 8 位；文件为 8 位。</translation>
    </message>
    <message>
        <source>The original has colours for print; the file has those of screens (sRGB).</source>
        <translation>原图使用印刷色彩；文件使用屏幕色彩（sRGB）。</translation>
    </message>
    <message>
        <source>Untouched pixels come close to the original&apos;s, but are not equal to them.</source>
        <translation>未改动的像素接近原图，但不完全相同。</translation>
    </message>
    <message>
        <source>Note in the file that AI edited it</source>
        <translation>在文件中注明由 AI 编辑</translation>
    </message>
    <message>
        <source>Export nothing (Escape)</source>
        <translation>不导出（Escape）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Choose where to write it (Enter)</source>
        <translation>选择写入位置（Enter）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>导出的内容</translation>
    </message>
    <message>
        <source>Which pictures to write</source>
        <translation>写出哪些图片</translation>
    </message>
    <message>
        <source>The kind of file; all keep colour profile and camera data</source>
        <translation>文件类型；都保留颜色配置和相机数据</translation>
    </message>
    <message>
        <source>Higher looks better and makes a larger file</source>
        <translation>越高越清晰，文件也越大</translation>
    </message>
    <message>
        <source>Merged into your photo, or as the model made it</source>
        <translation>合并到照片中，或保持模型生成的样子</translation>
    </message>
    <message>
        <source>Writes the press standard&apos;s mark (IPTC) into the file&apos;s metadata</source>
        <translation>把新闻业标准（IPTC）标记写入文件的元数据</translation>
    </message>
    <message>
        <source>every pixel kept</source>
        <translation>保留每个像素</translation>
    </message>
    <message>
        <source>Full resolution{size}</source>
        <translation>完整分辨率{size}</translation>
    </message>
    <message>
        <source>As the model made it{size}</source>
        <translation>模型生成的尺寸{size}</translation>
    </message>
    <message>
        <source>There is no edited photo yet: change a word, press Apply, then export.</source>
        <translation>还没有编辑后的照片：更改一个词，按“应用”，然后导出。</translation>
    </message>
    <message>
        <source>No edit has a star yet: star those that you like, then export.</source>
        <translation>还没有加星的编辑：给喜欢的加星，然后导出。</translation>
    </message>
    <message>
        <source>There is no photo yet: open one first.</source>
        <translation>还没有照片：请先打开一张。</translation>
    </message>
    <message>
        <source>Exporting “{name}”…</source>
        <translation>正在导出“{name}”…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Copied, {width} × {height} pixels.</source>
        <translation>已复制，{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>Exported {number} pictures into {folder}.</source>
        <translation>已把 {number} 张图片导出到 {folder}。</translation>
    </message>
    <message>
        <source>Exported as {name}, {width} × {height} pixels.</source>
        <translation>已导出为 {name}，{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>“{name}” is open in another window. Change it there; what is done here can only be saved under another name.</source>
        <translation>“{name}”已在另一个窗口中打开。请在那里更改；这里的修改只能另存为其他名称。</translation>
    </message>
    <message>
        <source>“{name}” is open in another window; save it here under another name.</source>
        <translation>“{name}”已在另一个窗口中打开；请在这里用其他名称保存。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Opening “{name}”…</source>
        <translation>正在打开“{name}”…</translation>
    </message>
    <message>
        <source>Opening the picture from the clipboard…</source>
        <translation>正在打开剪贴板中的图片…</translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation>粘贴的照片</translation>
    </message>
    <message>
        <source>Saving “{name}”…</source>
        <translation>正在保存“{name}”…</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Stopping the running job…</source>
        <translation>正在停止运行中的任务…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>还没有打开过文件</translation>
    </message>
    <message>
        <source>Open a photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Choose a photo or a project from your disk (Ctrl+O)</source>
        <translation>从磁盘选择照片或项目（Ctrl+O）</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation>或者试试这些</translation>
    </message>
    <message>
        <source>Edit a photo by editing its description</source>
        <translation>通过编辑描述来编辑照片</translation>
    </message>
    <message>
        <source>Drop a photo here, paste one, or choose it from your disk.</source>
        <translation>把照片拖到这里、粘贴，或从磁盘选择。</translation>
    </message>
    <message>
        <source>Paused after {done} of {steps} steps; go on whenever you like.</source>
        <translation>完成 {done}/{steps} 步后已暂停；随时可以继续。</translation>
    </message>
    <message>
        <source>Cancelled; nothing else has changed.</source>
        <translation>已取消；其他没有任何变化。</translation>
    </message>
    <message>
        <source>Describe the photo in one sentence first, for example “a red mug on a wooden table”.</source>
        <translation>请先用一句话描述照片，例如“a red mug on a wooden table”。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop for now and keep what is done; go on whenever you like</source>
        <translation>暂时停止并保留已完成的部分；随时可以继续</translation>
    </message>
    <message>
        <source>Stop this job; nothing else is lost (Escape)</source>
        <translation>停止此任务；其他不会丢失（Escape）</translation>
    </message>
    <message>
        <source>Loss of each timestep</source>
        <translation>每个时间步的损失</translation>
    </message>
    <message>
        <source>Noisiest at the left; a stronger colour is more work</source>
        <translation>左边噪声最大；颜色越深表示工作越多</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>How much of this job is done</source>
        <translation>此任务完成了多少</translation>
    </message>
    <message>
        <source>How often the model&apos;s network is evaluated in a second: the job&apos;s speed</source>
        <translation>模型网络每秒评估的次数：任务的速度</translation>
    </message>
    <message>
        <source>PSNR, in decibels; higher is closer. It is measured on the preview, which is a rough picture: the finished reconstruction comes closer.</source>
        <translation>PSNR，单位分贝；越高越接近。按预览（粗略图）测量：完成的重建会更接近。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Let the chosen job begin sooner (Alt+Up)</source>
        <translation>让所选任务更早开始（Alt+↑）</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Let the chosen job wait longer (Alt+Down)</source>
        <translation>让所选任务再等一会儿（Alt+↓）</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Take the chosen job out of the queue (Delete)</source>
        <translation>把所选任务移出队列（Delete）</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Stop the running job, and take all others out of the queue</source>
        <translation>停止正在运行的任务，并清空队列</translation>
    </message>
    <message>
        <source>Waiting ({count})</source>
        <translation>等待中（{count}）</translation>
    </message>
    <message>
        <source>Waiting jobs</source>
        <translation>等待中的任务</translation>
    </message>
    <message>
        <source>The next job is on top; drag a job to another place, or drop it with Delete</source>
        <translation>下一个任务在最上面；拖动任务可改变位置，按 Delete 移出</translation>
    </message>
    <message>
        <source>Inverting</source>
        <translation>正在反演</translation>
    </message>
    <message>
        <source>Making the edit</source>
        <translation>正在制作编辑</translation>
    </message>
    <message>
        <source>Reading the attention maps</source>
        <translation>正在读取注意力图</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>词图</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>Following the photo back to noise</source>
        <translation>正在把照片追溯到噪声</translation>
    </message>
    <message>
        <source>Checking that it comes back</source>
        <translation>正在检查能否还原</translation>
    </message>
    <message>
        <source>Painting the edit</source>
        <translation>正在绘制编辑</translation>
    </message>
    <message>
        <source>Looking where each word is</source>
        <translation>正在查找每个词的位置</translation>
    </message>
    <message>
        <source>Finishing the picture</source>
        <translation>正在完成图片</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>{number} of {count}:</source>
        <translation>第 {number} 个，共 {count} 个：</translation>
    </message>
    <message>
        <source>estimating the time…</source>
        <translation>正在估计时间…</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余{time}</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>大约 {time}</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>即时</translation>
    </message>
    <message>
        <source>The published method, number for number: learns most about the photo, takes longest.</source>
        <translation>完全按照论文的方法：对照片学习最多，用时最长。</translation>
    </message>
    <message>
        <source>The same idea for a fraction of the work; try it with models of your own.</source>
        <translation>同样的思路，只需一小部分工作；可用自己的模型试试。</translation>
    </message>
    <message>
        <source>Nothing is learned, corrections alone hold the photo. The quickest, and with the bundled model the best at new colours.</source>
        <translation>不进行学习，仅靠修正保持照片。速度最快，使用内置模型时新颜色的效果也最好。</translation>
    </message>
    <message>
        <source>{psnr} dB, {best}</source>
        <translation>{psnr} dB，{best}</translation>
    </message>
    <message>
        <source>roughly {time}</source>
        <translation>大致 {time}</translation>
    </message>
    <message>
        <source>up to {time}</source>
        <translation>最多 {time}</translation>
    </message>
    <message>
        <source>roughly up to {time}</source>
        <translation>大致最多 {time}</translation>
    </message>
    <message>
        <source>{ratio} × the work of “{name}”</source>
        <translation>“{name}”工作量的 {ratio} 倍</translation>
    </message>
    <message>
        <source>“{name}” takes {time} on this computer.</source>
        <translation>在此计算机上“{name}”需要{time}。</translation>
    </message>
    <message>
        <source>“{name}” takes {time}.</source>
        <translation>“{name}”需要{time}。</translation>
    </message>
    <message>
        <source>With a graphics card (GPU) it is many times quicker.</source>
        <translation>使用显卡（GPU）会快很多倍。</translation>
    </message>
    <message>
        <source>{count} evaluations/s</source>
        <translation>{count} 次评估/秒</translation>
    </message>
    <message>
        <source>Finding how to bring it back</source>
        <translation>正在寻找还原方法</translation>
    </message>
    <message>
        <source>The preview is at {db} dB of the photo</source>
        <translation>预览与照片的 PSNR 为 {db} dB</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy what a bug report needs; names, folders and captions are left out</source>
        <translation>复制错误报告所需的内容；不含姓名、文件夹和描述</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>{name} is used from now on.</source>
        <translation>从现在起使用 {name}。</translation>
    </message>
    <message>
        <source>Added as “{name}”.</source>
        <translation>已添加为“{name}”。</translation>
    </message>
    <message>
        <source>{name} has arrived whole and can be used.</source>
        <translation>{name} 已完整下载，可以使用。</translation>
    </message>
    <message>
        <source>With another model the photo is inverted again; what was made with this one stays in the project and can be chosen again.</source>
        <translation>换用其他模型时照片会重新反演；用此模型制作的内容保留在项目中，可以再次选择。</translation>
    </message>
    <message>
        <source>Another model may see another part of the photo: look at the frame after choosing.</source>
        <translation>另一个模型可能看到照片的不同部分：选择后请查看取景框。</translation>
    </message>
    <message>
        <source>The model in use is the one that the next photo is edited with.</source>
        <translation>下一张照片将使用当前模型编辑。</translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation>owner/name</translation>
    </message>
    <message>
        <source>Hub id of a model</source>
        <translation>模型的库 ID</translation>
    </message>
    <message>
        <source>The id of a Stable Diffusion model on the Hugging Face hub, as owner/name</source>
        <translation>Hugging Face 库中 Stable Diffusion 模型的 ID，格式为 owner/name</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Ask how large it is; nothing is downloaded yet</source>
        <translation>询问大小；此时还不会下载</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Fetch the model; it can be paused at any time</source>
        <translation>获取模型；随时可以暂停</translation>
    </message>
    <message>
        <source>Stop for now; what has arrived is kept, even over a restart</source>
        <translation>暂时停止；已下载的部分会保留，重启后也在</translation>
    </message>
    <message>
        <source>Do not download it; incomplete files are deleted</source>
        <translation>不下载；不完整的文件会被删除</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>正在询问模型库…</translation>
    </message>
    <message>
        <source>{model}: {count} files, {size}.</source>
        <translation>{model}：{count} 个文件，{size}。</translation>
    </message>
    <message>
        <source>{model}: {arrived} of {size}; checked when it is complete.</source>
        <translation>{model}：{arrived} / {size}；完成后校验。</translation>
    </message>
    <message>
        <source>{model}: paused at {arrived} of {size}.</source>
        <translation>{model}：已暂停于 {arrived} / {size}。</translation>
    </message>
    <message>
        <source>Edit with {name} from now on</source>
        <translation>从现在起用 {name} 编辑</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>从列表移除 {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Its files were downloaded by the app. Keep them for another time?</source>
        <translation>它的文件由本应用下载。要保留以备后用吗？</translation>
    </message>
    <message>
        <source>It is taken off the list; its files stay where they are.</source>
        <translation>将从列表中移除；文件保留在原处。</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>算了</translation>
    </message>
    <message>
        <source>Leave the model on the list</source>
        <translation>把模型留在列表中</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation>文件保留在原处</translation>
    </message>
    <message>
        <source>Delete the files</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>Frees the disk; it can be downloaded again</source>
        <translation>释放磁盘空间；可以重新下载</translation>
    </message>
    <message>
        <source>{name} (comes with the app)</source>
        <translation>{name}（随应用附带）</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在查看此计算机…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>A model in the layout of diffusers, with its model_index.json</source>
        <translation>diffusers 布局的模型，包含 model_index.json</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>A .safetensors checkpoint of Stable Diffusion</source>
        <translation>Stable Diffusion 的 .safetensors 检查点</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Plain Stable Diffusion 1.x, 2.x and XL models can be used, as safetensors.</source>
        <translation>可以使用普通的 Stable Diffusion 1.x、2.x 和 XL 模型（safetensors 格式）。</translation>
    </message>
    <message>
        <source>Or download one</source>
        <translation>或者下载一个</translation>
    </message>
    <message>
        <source>This computer computes on its graphics card ({name}).</source>
        <translation>此计算机用显卡（{name}）计算。</translation>
    </message>
    <message>
        <source>This computer has a graphics card ({name}), but this installation of the app computes on the processor only.</source>
        <translation>此计算机有显卡（{name}），但此版本的应用只用处理器计算。</translation>
    </message>
    <message>
        <source>This computer has no graphics card that the app can use: the processor computes.</source>
        <translation>此计算机没有应用可用的显卡：由处理器计算。</translation>
    </message>
    <message>
        <source>{free} of memory are free now.</source>
        <translation>当前可用内存 {free}。</translation>
    </message>
    <message>
        <source>Its files are not here any more: download it again below, or take it off the list.</source>
        <translation>它的文件已不存在：请在下方重新下载，或从列表中移除。</translation>
    </message>
    <message>
        <source>{family}, pictures of {width} × {height} pixels, {size} on the disk</source>
        <translation>{family}，图片 {width} × {height} 像素，占用磁盘 {size}</translation>
    </message>
    <message>
        <source>Small: it knows {count} words, and was made to try the app out.</source>
        <translation>小型：认识 {count} 个词，用于试用本应用。</translation>
    </message>
    <message>
        <source>Too large for this computer now: its weights take {need} of memory, {free} are free. Close other programs, or use a smaller model.</source>
        <translation>目前对此计算机来说太大：权重占用 {need} 内存，可用 {free}。请关闭其他程序，或使用更小的模型。</translation>
    </message>
    <message>
        <source>A tight fit: its weights take {need} of memory, {free} are free. Choose “As little as possible” under Memory in the settings.</source>
        <translation>勉强可以：权重占用 {need} 内存，可用 {free}。请在设置的“内存”中选择“尽可能少”。</translation>
    </message>
    <message>
        <source>Fits: its weights take {need} of memory, {free} are free.</source>
        <translation>可以运行：权重占用 {need} 内存，可用 {free}。</translation>
    </message>
    <message>
        <source>NTI Desktop {version}</source>
        <translation>NTI Desktop {version}</translation>
    </message>
    <message>
        <source>Edit a photo by editing the sentence that describes it.</source>
        <translation>通过编辑描述照片的句子来编辑照片。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; it comes without any warranty. Photos stay on this computer: nothing is sent anywhere.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本；不提供任何担保。照片留在此计算机上：不会发送到任何地方。</translation>
    </message>
    <message>
        <source>It builds on null-text inversion and Prompt-to-Prompt (Mokady, Hertz and others, 2023).</source>
        <translation>基于空文本反演和 Prompt-to-Prompt（Mokady、Hertz 等，2023）。</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行环境</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>文件存放位置</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>The new language is used from the next start on.</source>
        <translation>新语言将在下次启动时生效。</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Close the window and open it in the new language</source>
        <translation>关闭窗口并以新语言打开</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>浅色或深色。</translation>
    </message>
    <message>
        <source>What the window is written in; captions stay as the model reads them.</source>
        <translation>窗口使用的语言；描述仍保持模型所读的语言。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The system says when a job of more than ten seconds ends while you are elsewhere.</source>
        <translation>当超过十秒的任务结束而窗口不在前台时，由系统通知。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>What computes; a graphics card is many times faster than the processor.</source>
        <translation>由什么来计算；显卡比处理器快很多倍。</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>最快的可用设备</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How the null embeddings are found, which guided sampling needs to retrace the photo.</source>
        <translation>如何找到引导采样重现照片所需的空嵌入。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>How much work goes into each step; for the method “Null-text” only.</source>
        <translation>每一步投入多少工作；仅用于“空文本”方法。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How finely the way to noise and back is divided; 50 is usual.</source>
        <translation>往返噪声的路径划分得多细；通常为 50。</translation>
    </message>
    <message>
        <source>How firmly edits will follow their words; 7.5 is usual. Lower holds the photo more easily.</source>
        <translation>编辑遵循词的程度；通常为 7.5。较低更容易保持照片。</translation>
    </message>
    <message>
        <source>Null start</source>
        <translation>空嵌入起点</translation>
    </message>
    <message>
        <source>Where null embeddings start: 0 is the empty caption, 1 the caption itself.</source>
        <translation>空嵌入从哪里开始：0 为空描述，1 为描述本身。</translation>
    </message>
    <message>
        <source>Refinements</source>
        <translation>细化次数</translation>
    </message>
    <message>
        <source>How often each point on the way to noise is looked at again, so that the way back meets it.</source>
        <translation>通往噪声路上的每个点重新检查几次，使返回路径经过它。</translation>
    </message>
    <message>
        <source>What computes; a graphics card is by far the fastest.</source>
        <translation>由什么来计算；显卡远比其他快。</translation>
    </message>
    <message>
        <source>On little memory the work is done in smaller pieces; it takes longer.</source>
        <translation>内存不足时分成更小的部分处理；用时更长。</translation>
    </message>
    <message>
        <source>Make everything here automatic again</source>
        <translation>让这里的一切恢复自动</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Choose the method and its numbers yourself</source>
        <translation>自己选择方法及其数值</translation>
    </message>
    <message>
        <source>Null-text</source>
        <translation>空文本</translation>
    </message>
    <message>
        <source>Null-text, all steps at once</source>
        <translation>空文本，所有步骤同时进行</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>负提示</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>直接</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>按论文</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>最快的</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple 图形</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>As there is</source>
        <translation>有多少用多少</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>On little memory the work is done in smaller pieces, which takes longer.</source>
        <translation>内存不足时分成更小的部分处理，用时更长。</translation>
    </message>
    <message>
        <source>As much as there is</source>
        <translation>有多少用多少</translation>
    </message>
    <message>
        <source>As little as possible</source>
        <translation>尽可能少</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Files and privacy</source>
        <translation>文件和隐私</translation>
    </message>
    <message>
        <source>Exported photos say in their metadata that a generative model edited them.</source>
        <translation>导出的照片会在元数据中注明由生成模型编辑。</translation>
    </message>
    <message>
        <source>Mark exported photos</source>
        <translation>标记导出的照片</translation>
    </message>
    <message>
        <source>Off, reports of problems hold no captions, file names or folders.</source>
        <translation>关闭时，问题报告中不含描述、文件名或文件夹。</translation>
    </message>
    <message>
        <source>Names in reports</source>
        <translation>报告中的名称</translation>
    </message>
    <message>
        <source>Back to the photo (Escape)</source>
        <translation>返回照片（Escape）</translation>
    </message>
    <message>
        <source>Hold Space</source>
        <translation>按住空格键</translation>
    </message>
    <message>
        <source>See the photo as it was</source>
        <translation>查看照片原样</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>鼠标滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Move the photo, its frame or the dividing line; the middle button moves the photo</source>
        <translation>移动照片、取景框或分隔线；中键移动照片</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the frame, the dividing line, the mask brush or the photo</source>
        <translation>移动取景框、分隔线、遮罩画笔或照片</translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation>Ctrl+方向键</translation>
    </message>
    <message>
        <source>Move the photo, or the frame by a single pixel</source>
        <translation>移动照片，或把取景框移动一个像素</translation>
    </message>
    <message>
        <source>Shift+Arrow keys</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Resize the frame, or paint with the mask brush</source>
        <translation>调整取景框大小，或用遮罩画笔涂抹</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Paint where the mask brush is</source>
        <translation>在遮罩画笔所在处涂抹</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>Go to the next or the previous control</source>
        <translation>转到下一个或上一个控件</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Close what is open, or stop the running job</source>
        <translation>关闭已打开的内容，或停止正在运行的任务</translation>
    </message>
    <message>
        <source>On the photo and everywhere</source>
        <translation>在照片上及任何地方</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Nothing the app can do is called that.</source>
        <translation>没有这样的命令。</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Type a few letters; arrows choose, Enter runs, Escape closes</source>
        <translation>输入几个字母；方向键选择，Enter 执行，Escape 关闭</translation>
    </message>
    <message>
        <source>Click a command to run it</source>
        <translation>点击命令即可执行</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>Nothing is changed yet: click a word to replace it or to change its weight.</source>
        <translation>还没有任何更改：点击一个词来替换它或改变权重。</translation>
    </message>
    <message>
        <source>A job is at work on this part of the photo; let it end, or cancel it, to choose another.</source>
        <translation>有任务正在处理照片的这一部分；要另选，请等它结束或取消它。</translation>
    </message>
    <message>
        <source>The inversion that the edit was made from is no longer there, so the edit was dropped.</source>
        <translation>制作此编辑的反演已不存在，因此该编辑已被丢弃。</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Click to see the job in the side panel</source>
        <translation>点击可在侧边栏中查看该任务</translation>
    </message>
    <message>
        <source>Hold to see the photo as it was (hold Space over the photo)</source>
        <translation>按住查看照片原样（或在照片上按住空格键）</translation>
    </message>
    <message>
        <source>Hold to see the photo as it was</source>
        <translation>按住查看照片原样</translation>
    </message>
    <message>
        <source>Size of the photo on the screen; click to choose another</source>
        <translation>照片在屏幕上的大小；点击选择其他大小</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>How strongly attention covers the photo</source>
        <translation>注意力覆盖照片的强度</translation>
    </message>
    <message>
        <source>Opacity of the attention map</source>
        <translation>注意力图的不透明度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>A painted mask goes with the next edit</source>
        <translation>已涂的遮罩将用于下一次编辑</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Say in one sentence what is in the photo.</source>
        <translation>用一句话说明照片中有什么。</translation>
    </message>
    <message>
        <source>The app finds out how to paint exactly this photo from your words. This is needed once.</source>
        <translation>应用会找出如何根据这些词画出这张照片。只需一次。</translation>
    </message>
    <message>
        <source>Replace, strengthen, add or remove words; the photo follows, and the rest stays.</source>
        <translation>替换、加强、添加或删除词；照片随之变化，其余保持不变。</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>使用方法</translation>
    </message>
    <message>
        <source>Done before the pause</source>
        <translation>暂停前完成的</translation>
    </message>
    <message>
        <source>How much was done before the pause</source>
        <translation>暂停前完成了多少</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Let go what was done, and begin anew; Undo brings it back</source>
        <translation>放弃已完成的部分，重新开始；撤销可恢复</translation>
    </message>
    <message>
        <source>Paused inversion</source>
        <translation>已暂停的反演</translation>
    </message>
    <message>
        <source>Also paused: {captions}</source>
        <translation>同样已暂停：{captions}</translation>
    </message>
    <message>
        <source>{done} of {steps} steps are done</source>
        <translation>已完成 {done}/{steps} 步</translation>
    </message>
    <message>
        <source>{done}; the rest takes {time}</source>
        <translation>{done}；其余需要{time}</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>PSNR: how close the picture is to the photo, in decibels; higher is closer</source>
        <translation>PSNR：图片与照片的接近程度，单位分贝；越高越接近</translation>
    </message>
    <message>
        <source>Invert again</source>
        <translation>再次反演</translation>
    </message>
    <message>
        <source>Find the way back once more, more closely or more quickly</source>
        <translation>再次寻找还原路径，更精确或更快</translation>
    </message>
    <message>
        <source>The photo comes back</source>
        <translation>照片完全还原</translation>
    </message>
    <message>
        <source>The photo nearly comes back</source>
        <translation>照片几乎还原</translation>
    </message>
    <message>
        <source>Found in {time}</source>
        <translation>用时 {time}</translation>
    </message>
    <message>
        <source>the best this model can do</source>
        <translation>此模型的最佳值</translation>
    </message>
    <message>
        <source>{gap} dB below the best of this model</source>
        <translation>比此模型的最佳值低 {gap} dB</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>How far each step still is from the photo: lower is better. The noisiest step is at the left.
The stronger a point&apos;s colour, the more work went into its step; the ring is the one under way.
Below the dashed line a step is as close as it needs to be.</source>
        <translation>每一步离照片还有多远：越低越好。噪声最大的一步在左边。
点的颜色越深，该步投入的工作越多；圆环为正在进行的一步。
虚线以下表示该步已足够接近。</translation>
    </message>
    <message>
        <source>Words that the model knows</source>
        <translation>模型认识的词</translation>
    </message>
    <message>
        <source>The work stopped without a result; please try again.</source>
        <translation>任务停止且没有结果；请重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside the app; the photo and the project are unharmed.</source>
        <translation>应用内部出了问题；照片和项目没有受损。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time. Copy the details if you would like to report it; they name no photo and no caption.</source>
        <translation>上次程序意外结束。如果想报告，请复制详情；其中不含任何照片或描述。</translation>
    </message>
    <message>
        <source>Recovered; save it to keep it.</source>
        <translation>已恢复；请保存以保留。</translation>
    </message>
    <message>
        <source>Changed {when}</source>
        <translation>更改于 {when}</translation>
    </message>
    <message>
        <source>Recover {name}</source>
        <translation>恢复 {name}</translation>
    </message>
    <message>
        <source>Go on where this was left; nothing of it was saved in a file</source>
        <translation>从中断处继续；其内容尚未保存到文件</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Throw away what was not saved; no file changes</source>
        <translation>丢弃未保存的内容；不会更改任何文件</translation>
    </message>
    <message>
        <source>Discard {name}</source>
        <translation>丢弃 {name}</translation>
    </message>
    <message>
        <source>Not saved when the window closed unexpectedly</source>
        <translation>窗口意外关闭时未保存</translation>
    </message>
    <message>
        <source>load import photo picture image file project</source>
        <translation>打开 载入 导入 照片 图片 文件 项目</translation>
    </message>
    <message>
        <source>last latest history files</source>
        <translation>最近 历史 文件</translation>
    </message>
    <message>
        <source>store keep project file nti</source>
        <translation>存储 保留 项目 文件 nti</translation>
    </message>
    <message>
        <source>copy rename project file</source>
        <translation>另存 副本 重命名 项目 文件</translation>
    </message>
    <message>
        <source>write download share jpeg png webp tiff picture image file</source>
        <translation>输出 下载 分享 jpeg png webp tiff 图片 文件</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>clipboard insert</source>
        <translation>剪贴板 插入</translation>
    </message>
    <message>
        <source>back revert mistake</source>
        <translation>返回 恢复 错误</translation>
    </message>
    <message>
        <source>again forward repeat</source>
        <translation>再次 前进 重复</translation>
    </message>
    <message>
        <source>zoom whole reset view</source>
        <translation>缩放 全图 重置 视图</translation>
    </message>
    <message>
        <source>zoom original size pixels</source>
        <translation>缩放 原始 大小 像素</translation>
    </message>
    <message>
        <source>zoom pixels</source>
        <translation>缩放 放大 像素</translation>
    </message>
    <message>
        <source>original difference split slider</source>
        <translation>原图 差异 分割 滑块</translation>
    </message>
    <message>
        <source>two pictures next to each other original</source>
        <translation>两张 图片 并排 原图</translation>
    </message>
    <message>
        <source>original source</source>
        <translation>原图 来源</translation>
    </message>
    <message>
        <source>paint region area local select protect</source>
        <translation>绘制 区域 局部 选择 保护</translation>
    </message>
    <message>
        <source>attention heat map highlight</source>
        <translation>注意力 热图 高亮</translation>
    </message>
    <message>
        <source>title name</source>
        <translation>标题 名称</translation>
    </message>
    <message>
        <source>favourite mark like rate</source>
        <translation>收藏 标记 喜欢 评分</translation>
    </message>
    <message>
        <source>remove trash bin</source>
        <translation>移除 垃圾桶</translation>
    </message>
    <message>
        <source>automatic preview immediately real time</source>
        <translation>自动 预览 立即 实时</translation>
    </message>
    <message>
        <source>grid seeds try several options</source>
        <translation>网格 尝试 多个 选项</translation>
    </message>
    <message>
        <source>start go generate create render</source>
        <translation>开始 生成 创建 渲染</translation>
    </message>
    <message>
        <source>stop abort quit job</source>
        <translation>停止 中止 任务</translation>
    </message>
    <message>
        <source>stop abort queue</source>
        <translation>停止 中止 队列</translation>
    </message>
    <message>
        <source>stop interrupt wait</source>
        <translation>停止 中断 等待</translation>
    </message>
    <message>
        <source>continue go on</source>
        <translation>继续 接着</translation>
    </message>
    <message>
        <source>weight increase more emphasis attention</source>
        <translation>权重 增加 强调 注意力</translation>
    </message>
    <message>
        <source>weight decrease less attention</source>
        <translation>权重 减少 注意力</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>reset undo original</source>
        <translation>重置 撤销 原来</translation>
    </message>
    <message>
        <source>prompt text write caption sentence</source>
        <translation>提示词 文字 书写 描述 句子</translation>
    </message>
    <message>
        <source>prompt caption new inversion</source>
        <translation>提示词 描述 新 反演</translation>
    </message>
    <message>
        <source>preferences options configuration theme dark light mode colours appearance language device graphics card processor memory notifications privacy metadata</source>
        <translation>偏好 选项 配置 主题 深色 浅色 模式 颜色 外观 语言 设备 显卡 处理器 内存 通知 隐私 元数据</translation>
    </message>
    <message>
        <source>checkpoint weights download stable diffusion safetensors hugging face network</source>
        <translation>检查点 权重 下载 Stable Diffusion safetensors Hugging Face 网络</translation>
    </message>
    <message>
        <source>keys hotkeys help</source>
        <translation>按键 热键 帮助</translation>
    </message>
    <message>
        <source>version licence help folders</source>
        <translation>版本 许可 帮助 文件夹</translation>
    </message>
    <message>
        <source>sidebar hide panel queue history</source>
        <translation>侧边栏 隐藏 面板 队列 历史</translation>
    </message>
    <message>
        <source>exit leave end</source>
        <translation>退出 离开 结束</translation>
    </message>
    <message>
        <source>Jobs and adjustments</source>
        <translation>任务与调整</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What few edits need: when things begin, and what becomes of small changes</source>
        <translation>少数编辑才需要：各项何时开始，以及如何处理小的更改</translation>
    </message>
    <message>
        <source>More adjustments</source>
        <translation>更多调整</translation>
    </message>
    <message>
        <source>Let go to open it here</source>
        <translation>松开即可在此打开</translation>
    </message>
    <message>
        <source>How long it takes on this computer is known, and said, after the first steps.</source>
        <translation>开始几步之后即可知道并显示在此计算机上需要多久。</translation>
    </message>
    <message>
        <source>How much work</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>{way}: {caption}</source>
        <translation>{way}：{caption}</translation>
    </message>
</context>
</TS>
