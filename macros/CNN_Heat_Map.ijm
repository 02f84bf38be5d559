// Shows which places of an image speak for a class, and prints where the map
// is highest.
//
// Argument: the image file, a new line, the model file, a new line, the class
// (empty: the predicted one). Without an argument, dialogs ask.

args = split(getArgument(), "\n");
className = "";
if (args.length >= 2) {
	image = args[0];
	model = args[1];
	if (args.length > 2) className = args[2];
} else {
	image = File.openDialog("Image");
	model = File.openDialog("Model file");
	className = getString("Class (empty: the predicted one)", "");
}

open(image);
run("CNN Heat Map...", "model=[" + model + "] classname=[" + className + "] method=auto show=map selection=true overwrite=false");

getStatistics(area, mean, min, max);
for (y = 0; y < getHeight; y++) {
	for (x = 0; x < getWidth; x++) {
		if (getValue(x, y) == max) {
			highestX = x;
			highestY = y;
		}
	}
}
print(getTitle() + ": highest " + d2s(max, 4) + " at " + highestX + ", " + highestY);
