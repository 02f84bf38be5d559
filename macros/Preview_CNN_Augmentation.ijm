// Opens an image and shows a sheet of it: unchanged first, then changed at
// random as in a training, so that you can see whether a person could still
// tell the class.
//
// Argument: the image file, a new line, the augmentation (none, light,
// mirror, microscopy, strong, or a YAML file). Without an argument, dialogs ask.

args = split(getArgument(), "\n");
if (args.length == 2) {
	image = args[0];
	augmentation = args[1];
} else {
	image = File.openDialog("Image");
	augmentation = getString("Augmentation", "light");
}

open(image);
run("Preview CNN Augmentation...", "augmentation=[" + augmentation + "] copies=15 seed=1 overwrite=false");

print(getTitle() + ": " + getWidth + " x " + getHeight + " pixels");
