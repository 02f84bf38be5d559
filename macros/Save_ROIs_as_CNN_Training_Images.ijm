// Cuts the regions of an image out and saves them as training images, in one
// folder per class. A group or the name of a ROI tells its class: mitotic-1,
// mitotic-2, interphase-1.
//
// Argument: the image file, a new line, the ROI file (.roi or .zip), a new
// line, the folder of training images.
// Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 3) {
	image = args[0];
	rois = args[1];
	output = args[2];
} else {
	image = File.openDialog("Image");
	rois = File.openDialog("ROI file");
	output = getDirectory("Folder of training images");
}

open(image);
run("Save ROIs as CNN Training Images...", "regions=auto rois=[" + rois + "] classfrom=auto margin=2 masked=false output=[" + output + "] overwrite=false");

table = split(File.openAsString(output + "/regions.csv"), "\n");
print(table.length - 1 + " regions are in " + output);
