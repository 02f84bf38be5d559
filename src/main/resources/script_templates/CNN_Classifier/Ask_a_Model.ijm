// Asks a model about image files, one by one, without opening a window and
// without the Results table.

images = "/data/new";
model = "digits";
sure = 0.9;

files = getFileList(images);
for (i = 0; i < files.length; i++) {
	path = images + "/" + files[i];
	if (File.isDirectory(path)) continue;
	answer = split(call("io.github.cnnclassifier.Macros.classifyFile", model, path), "\t");
	if (parseFloat(answer[1]) >= sure) print(files[i] + ": " + answer[0]);
	else print(files[i] + ": perhaps " + answer[0]);
}
call("io.github.cnnclassifier.Macros.close");
