
package io.github.cnnclassifier.image;

/**
 * What an image is called, and what tells it from others of the same name.
 *
 * @param title for names of files; never empty
 * @param place the path of its file if it has one, else the title
 */
public record ImageOrigin(String title, String place) {
}
