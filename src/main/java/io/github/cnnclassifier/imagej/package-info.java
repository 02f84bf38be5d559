/**
 * ImageJ's types to and from ours, and what its hosts differ in.
 * {@link ImagePlusAdapter} takes pixels from an open image,
 * {@link ImageJImageReader} from a file; {@link Hosts} tells Fiji from plain
 * ImageJ and shows failures; {@link ImageJProgress} is the status line, the
 * progress bar and the Escape key. Knows workflows, never commands.
 */

package io.github.cnnclassifier.imagej;

import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
