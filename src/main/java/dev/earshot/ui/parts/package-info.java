/**
 * What all rooms of the window are built of: keys, colours, icons, fonts, forms that pop up, tables that are edited in their
 * cells, text that is drawn as it is. Knows nothing of what it is used for.
 */
package dev.earshot.ui.parts;
