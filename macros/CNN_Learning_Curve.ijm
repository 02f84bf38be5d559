// Tells how many images are enough: trains on parts of labeled images and
// says what more of them would bring. Tables and a picture of the curve are in
// the last folder.
//
// This is a quick look with a tiny network and two numbers of images; leave
// out steps, repeats, network and epochs for a forecast.
//
// Argument: the folder of images and the folder for the curve, each on a line.
// Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 2) {
	images = args[0];
	output = args[1];
} else {
	images = getDirectory("Labeled images, one folder per class");
	output = getDirectory("Folder for the curve");
}

run("CNN Learning Curve...", "images=[" + images + "] start=scratch network=tiny epochs=2 steps=2 repeats=1 output=[" + output + "] overwrite");

lines = split(File.openAsString(output + File.separator + "forecast.csv"), "\n");
for (i = 1; i < lines.length; i++) {
	cells = split(lines[i], ",");
	print(cells[0] + " with " + cells[1] + " images: accuracy " + cells[2]);
}
print(File.openAsString(output + File.separator + "verdict.txt"));
