#@ ImagePlus image
#@ String (label = "Model file, or digits", value = "digits") model

// Classifies what lies in each ROI of the overlay and names the ROIs.

import io.github.cnnclassifier.CnnClassifier
import io.github.cnnclassifier.image.RegionCropping

rois = image.getOverlay().toArray() as List
classifier = CnnClassifier.open(model)
try {
	answers = classifier.classifyRegions(image, rois, RegionCropping.PLAIN)
	[rois, answers].transpose().each { roi, answer -> roi.setName(answer.className()) }
}
finally {
	classifier.close()
}
image.updateAndDraw()
